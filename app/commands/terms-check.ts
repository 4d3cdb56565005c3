import { checkDictionary, coverageOf } from '~/core/taxonomy/dictionary-check'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { LANGUAGES } from '~/core/taxonomy/language'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { readTermFiles, readTransforms } from '~/platform/dictionary.server'

/** `npm run terms:check`: what is wrong with the term dictionary and the value chain, and how well each chapter is covered. */
const { dictionary, problems } = parseDictionary(readTermFiles())
const { transforms, problems: chainProblems } = parseTransforms(readTransforms())
const all = [...problems, ...checkDictionary(dictionary), ...chainProblems]
for (const { file, line, message } of all) console.log(`${[file, line || undefined].filter(Boolean).join(':')}${file ? '  ' : ''}${message}`)

console.log('\nchapter   headings  missing  sub   terms a heading: en    ru    kk    ur    with three or more: en   ru   kk   ur')
const rows = coverageOf(dictionary)
for (const row of rows) {
  const means = LANGUAGES.map(language => row.mean[language].toFixed(1).padStart(6)).join('')
  const enough = LANGUAGES.map(language => String(row.threeOrMore[language]).padStart(5)).join('')
  const counts = [row.headings, row.missing, row.subheadings].map((count, i) => String(count).padStart([8, 9, 5][i]!)).join('')
  console.log(`${row.chapter.padEnd(10)}${counts}${' '.repeat(17)}${means}${' '.repeat(20)}${enough}`)
}
const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
console.log(`\n${sum(row => row.headings)} headings and classes, ${sum(row => row.missing)} missing, ${sum(row => row.subheadings)} subheadings; ${transforms.edges.length} edges of the value chain`)
console.log(all.length ? `${all.length} problems` : 'no problems')
process.exitCode = all.length ? 1 : 0
