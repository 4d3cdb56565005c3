import { chapterOf, isCode } from './codes'
import { chaptersOf, type Concept, type Dictionary, type TermProblem } from './dictionary'
import { HEADINGS } from './headings'
import { LANGUAGES, scriptOf, type Language, type Script } from './language'

export const LONGEST_LABEL = 48
/** A term may stand under several headings where traders really mean either, but not under more than this. */
export const MOST_HEADINGS_A_TERM = 4

/** What is wrong with the dictionary's contents; `parseDictionary` has reported what is wrong with its form. */
export function checkDictionary(dictionary: Dictionary): TermProblem[] {
  const problems: TermProblem[] = []
  const headingsOfTerm = new Map<string, Set<string>>()
  for (const concept of dictionary.concepts) {
    const report = (message: string) => problems.push({ file: fileOf(concept), line: 0, message: `${concept.code}: ${message}` })
    if (!isCode(concept.code)) report('is not a heading of HS 2022 or a service class')
    for (const language of LANGUAGES) checkLanguage(concept, language, headingsOfTerm, report)
    checkTerms(concept.terms.tr, 'latin', 'tr', report)
  }
  for (const [term, headings] of headingsOfTerm)
    if (headings.size > MOST_HEADINGS_A_TERM)
      problems.push({ file: '', line: 0, message: `"${term}" stands under ${headings.size} headings: ${[...headings].slice(0, 8).join(' ')}` })
  return problems
}

function fileOf(concept: Concept): string {
  return concept.code.includes(':') ? 'services.txt' : `${chapterOf(concept.code)}.txt`
}

const SCRIPTS: Readonly<Record<Language, Script>> = { en: 'latin', ru: 'cyrillic', kk: 'cyrillic', ur: 'arabic' }

function checkLanguage(concept: Concept, language: Language, headingsOfTerm: Map<string, Set<string>>, report: (message: string) => void): void {
  const label = concept.labels[language]
  if (!label) report(`has no ${language} label`)
  if (label.length > LONGEST_LABEL) report(`the ${language} label has ${label.length} characters, ${LONGEST_LABEL} at most`)
  const terms = concept.terms[language]
  checkTerms(label ? [label, ...terms] : terms, SCRIPTS[language], language, report)
  for (const term of terms) {
    const key = `${language}: ${term.toLowerCase()}`
    headingsOfTerm.set(key, (headingsOfTerm.get(key) ?? new Set()).add(concept.heading))
  }
}

function checkTerms(terms: readonly string[], script: Script, language: string, report: (message: string) => void): void {
  const seen = new Set<string>()
  for (const term of terms) {
    const folded = term.toLowerCase()
    if (seen.has(folded)) report(`"${term}" stands twice in ${language}`)
    seen.add(folded)
    if (!hasScript(term, script)) report(`"${term}" in ${language} is not in ${script} script`)
  }
}

/** Whether a term has a letter of its language's script. Names and grades in Latin letters are usual in Russian and Kazakh (PVC, CNC, OSB). */
function hasScript(term: string, script: Script): boolean {
  const scripts = new Set<Script>()
  for (let i = 0; i < term.length; i++) scripts.add(scriptOf(term.charCodeAt(i)))
  scripts.delete('other')
  return scripts.has(script) || (scripts.has('latin') && script !== 'latin' && /^[A-Z0-9 .+-]{2,12}$/i.test(term))
}

/** One row of the coverage table. */
export interface Coverage {
  chapter: string
  headings: number
  /** Headings of the nomenclature that have no block (none can be told for services). */
  missing: number
  subheadings: number
  /** Mean of terms a heading, its subheadings' included, and how many headings have at least three. */
  mean: Record<Language, number>
  threeOrMore: Record<Language, number>
}

/** How well each chapter is covered in each language. */
export function coverageOf(dictionary: Dictionary): Coverage[] {
  const chapters = new Set([...chaptersOf(dictionary), ...HEADINGS.map(chapterOf)])
  return [...chapters].sort().map(chapter => {
    const concepts = dictionary.concepts.filter(concept => chapterOf(concept.code) === chapter)
    const headings = concepts.filter(concept => concept.code === concept.heading)
    const expected = HEADINGS.filter(code => chapterOf(code) === chapter)
    const row: Coverage = {
      chapter, headings: headings.length, subheadings: concepts.length - headings.length,
      missing: expected.filter(code => !dictionary.byCode.has(code)).length,
      mean: { en: 0, ru: 0, kk: 0, ur: 0 }, threeOrMore: { en: 0, ru: 0, kk: 0, ur: 0 },
    }
    for (const language of LANGUAGES) {
      const counts = headings.map(({ code }) => countTerms(concepts, code, language))
      row.mean[language] = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)
      row.threeOrMore[language] = counts.filter(count => count >= 3).length
    }
    return row
  })
}

function countTerms(concepts: readonly Concept[], heading: string, language: Language): number {
  const own = concepts.filter(concept => concept.heading === heading)
  return own.reduce((sum, concept) => sum + concept.terms[language].length + (concept.labels[language] ? 1 : 0), 0)
}
