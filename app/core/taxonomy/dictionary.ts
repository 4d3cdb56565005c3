import { chapterOf, headingOf, type Code } from './codes'
import { fingerprint } from './fingerprint'
import { isLanguage, LANGUAGES, type Language } from './language'

/** One block of the dictionary: a heading, a subheading or a service class with its words. */
export interface Concept {
  code: Code
  /** The heading it belongs to; its own code for a heading or a service class. */
  heading: Code
  /** Short text for screens; empty where the language has no line. */
  labels: Record<Language, string>
  /** What firms call it, without the label. `tr` holds what people type in Latin letters whatever the language. */
  terms: Record<Language | 'tr', readonly string[]>
}

export interface Dictionary {
  concepts: readonly Concept[]
  byCode: ReadonlyMap<Code, Concept>
  /** Changes whenever a word does; stored with every match. */
  version: string
}

/** A file of the dictionary as read from disk. */
export interface TermFile {
  name: string
  text: string
}

/** What is wrong with a file, and where (lines count from 1). */
export interface TermProblem {
  file: string
  line: number
  message: string
}

/**
 * Reads the files of the term dictionary (form: terms/README.md). Lines it cannot read are reported, never guessed at, and the rest is kept:
 * one bad line of a volunteer must not silence a chapter.
 */
export function parseDictionary(files: readonly TermFile[]): { dictionary: Dictionary; problems: TermProblem[] } {
  const problems: TermProblem[] = []
  const byCode = new Map<Code, Concept>()
  const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const file of ordered) readFile(file, byCode, problems)
  const version = fingerprint(ordered.map(file => `${file.name}\n${file.text}`))
  return { dictionary: { concepts: [...byCode.values()], byCode, version }, problems }
}

function readFile(file: TermFile, byCode: Map<Code, Concept>, problems: TermProblem[]): void {
  let concept: Concept | undefined
  const lines = file.text.split('\n')
  lines.forEach((raw, i) => {
    const line = raw.replace('\uFEFF', '').trim()
    const report = (message: string) => problems.push({ file: file.name, line: i + 1, message })
    if (!line) concept = undefined
    else if (line.startsWith('#')) return
    else if (!concept) {
      if (!/^(\d{4}|\d{6}|isic:\d{2,4}|cpc:\d{2,5})$/.test(line)) return report(`a block starts with its code alone, not with "${line.slice(0, 40)}"`)
      if (byCode.has(line)) report(`${line} is described twice`)
      concept = byCode.get(line) ?? emptyConcept(line)
      byCode.set(line, concept)
    } else readLine(concept, line, report)
  })
}

function emptyConcept(code: Code): Concept {
  return {
    code,
    heading: headingOf(code),
    labels: { en: '', ru: '', kk: '', ur: '' },
    terms: { en: [], ru: [], kk: [], ur: [], tr: [] },
  }
}

function readLine(concept: Concept, line: string, report: (message: string) => void): void {
  const space = line.search(/\s/)
  const language = space < 0 ? line : line.slice(0, space)
  const rest = space < 0 ? '' : line.slice(space + 1).trim()
  if (language === 'tr') concept.terms.tr = [...concept.terms.tr, ...termsOf(rest)]
  else if (isLanguage(language)) {
    const bar = rest.indexOf('|')
    const label = (bar < 0 ? rest : rest.slice(0, bar)).trim()
    if (concept.labels[language]) report(`${concept.code} has two lines in ${language}`)
    else concept.labels[language] = label
    if (!label) report(`${concept.code} has no label in ${language}`)
    concept.terms[language] = [...concept.terms[language], ...termsOf(bar < 0 ? '' : rest.slice(bar + 1))]
  } else report(`a line starts with en, ru, kk, ur or tr, not with "${language.slice(0, 20)}"`)
}

function termsOf(text: string): string[] {
  return text.split(/[;؛]/).map(term => term.trim()).filter(Boolean)
}

/** A concept's label in the reader's language, or in the next best; the code itself where the dictionary is silent. */
export function labelOf(dictionary: Dictionary, code: Code, language: Language): string {
  const concept = dictionary.byCode.get(code) ?? dictionary.byCode.get(headingOf(code))
  if (!concept) return code
  return concept.labels[language] || LANGUAGES.map(other => concept.labels[other]).find(Boolean) || code
}

/** Chapters or service divisions present, ascending: what the coverage table has rows for. */
export function chaptersOf(dictionary: Dictionary): string[] {
  return [...new Set(dictionary.concepts.map(concept => chapterOf(concept.code)))].sort()
}
