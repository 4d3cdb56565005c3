import { type Lexicon } from './lexicon'
import { READING_WEIGHTS } from './reading-weights'
import { MOST_CANDIDATES, MOST_VOTERS, PLACES, type QueryWord, type Scratch } from './scratch'

/** A word with more phrases than this is read only while there are not enough candidates without it. */
const COMMON_WORD = 1000
const ENOUGH_CANDIDATES = 300
/** Less similar phrases have no vote. */
const LEAST_LIKENESS = 0.15

/** Lets the most similar phrases vote for their concepts. The concepts it touches begin the scratch's list of them; returns their number. */
export function vote(lexicon: Lexicon, scratch: Scratch, query: QueryWord[], norm: number): number {
  const { voters, likeness, touched } = scratch
  const count = mostSimilar(lexicon, scratch, gather(lexicon, scratch, query), norm)
  let touches = 0
  for (let v = 0; v < count; v++) {
    const concept = lexicon.phraseConcept[voters[v]!]!
    const before = scratch.bestPhrase[concept]!
    if (before === -1) touched[touches++] = concept
    const best = scratch.best[concept]!
    if (before === -1 || likeness[v]! > best || (likeness[v]! === best && voters[v]! < before)) {
      scratch.bestPhrase[concept] = voters[v]!
      scratch.best[concept] = likeness[v]!
    }
    scratch.votes[concept]! += likeness[v]! <= 1 ? POWERS[likeness[v]! * LIKENESS_PARTS]! : likeness[v]! ** READING_WEIGHTS.votePower
  }
  return touches
}

/** What was gathered: how many candidates, and what words not gathered could still add to any of them. */
interface Gathered {
  count: number
  left: number
}

/** Likeness is told in whole parts of this, which a 32-bit number holds exactly: phrases as like as each other stay so, however their sums were rounded. */
const LIKENESS_PARTS = 65_536

/** What a phrase's vote counts for, by its likeness in those parts. */
const POWERS = Float64Array.from({ length: LIKENESS_PARTS + 1 }, (_, part) => (part / LIKENESS_PARTS) ** READING_WEIGHTS.votePower)

/** A hair more than one: sums in another order differ in their last digits, and a bound may not be under what it bounds. */
const ROUNDING = 1.000001

/**
 * Rates the candidates by cosine and keeps the best as voters: a heap in two flat arrays, the least similar on top. Returns their number. What was gathered is the
 * whole cosine unless words were left out; then it is a bound, and who passes it is added up in full.
 */
function mostSimilar(lexicon: Lexicon, scratch: Scratch, { count, left }: Gathered, norm: number): number {
  const { candidates, voters, likeness, gains } = scratch
  const { phraseNorm } = lexicon
  const most = Math.min(MOST_VOTERS, READING_WEIGHTS.voters)
  let kept = 0
  let floor = LEAST_LIKENESS
  let least = leastGain(floor, norm)
  for (let c = 0; c < count; c++) {
    const gain = gains[c]!
    const phrase = candidates[c]!
    if (left > 0 ? gain + left / phraseNorm[phrase]! < least : gain < least) continue
    let like = left > 0 ? cosine(lexicon, scratch, phrase, norm) : gain / norm
    like = Math.round(like * LIKENESS_PARTS) / LIKENESS_PARTS
    if (like < floor) continue
    let i = kept
    if (kept < most) {
      kept++
      for (; i > 0 && less(like, phrase, likeness[(i - 1) >> 1]!, voters[(i - 1) >> 1]!); i = (i - 1) >> 1) {
        voters[i] = voters[(i - 1) >> 1]!
        likeness[i] = likeness[(i - 1) >> 1]!
      }
    } else if (less(likeness[0]!, voters[0]!, like, phrase)) {
      i = 0
      for (let child = 1; child < kept; child = 2 * i + 1) {
        if (child + 1 < kept && less(likeness[child + 1]!, voters[child + 1]!, likeness[child]!, voters[child]!)) child++
        if (!less(likeness[child]!, voters[child]!, like, phrase)) break
        voters[i] = voters[child]!
        likeness[i] = likeness[child]!
        i = child
      }
    } else continue
    voters[i] = phrase
    likeness[i] = like
    if (kept === most) {
      floor = likeness[0]!
      least = leastGain(floor, norm)
    }
  }
  return kept
}

/** What was gathered of a phrase must come to this, or the phrase is less like than `floor` whatever the rounding. */
function leastGain(floor: number, norm: number): number {
  return ((floor - 1 / LIKENESS_PARTS) * norm) / ROUNDING
}

function cosine({ phraseWords, phraseNorm, idf }: Lexicon, { wordWeight }: Scratch, phrase: number, norm: number): number {
  let dot = 0
  for (let k = phraseWords.starts[phrase]!, end = phraseWords.starts[phrase + 1]!; k < end; k++) {
    const w = phraseWords.items[k]!
    dot += wordWeight[w]! * idf[w]!
  }
  return dot / (norm * phraseNorm[phrase]!)
}

/** Less similar; of equals the later phrase. */
function less(likeA: number, phraseA: number, likeB: number, phraseB: number): boolean {
  return likeA !== likeB ? likeA < likeB : phraseA > phraseB
}

/** The phrases that share a word with the text, with what the words add up to: rarest words first, and common words only while there is little else to go by. */
function gather(lexicon: Lexicon, scratch: Scratch, query: QueryWord[]): Gathered {
  const { wordPhraseShare } = lexicon
  const { starts, items } = lexicon.wordPhrases
  const { candidates, seen, wordWeight, gains } = scratch
  const first = firstPlace(scratch)
  const words: { w: number; gain: number }[] = []
  for (const { expansion } of query) for (const w of expansion.words) words.push({ w, gain: wordWeight[w]! * lexicon.idf[w]! })
  words.sort((a, b) => b.gain - a.gain || a.w - b.w)
  let count = 0
  let left = 0
  for (let i = 0; i < words.length; i++) {
    const { w, gain } = words[i]!
    if (i > 0 && words[i - 1]!.w === w) continue
    const end = starts[w + 1]!
    if (count === MOST_CANDIDATES || (count > ENOUGH_CANDIDATES && end - starts[w]! > COMMON_WORD)) {
      left += gain
      continue
    }
    const weight = wordWeight[w]!
    let k = starts[w]!
    for (; k < end && count < MOST_CANDIDATES; k++) {
      const phrase = items[k]!
      const share = weight * wordPhraseShare[k]!
      const place = seen[phrase]! - first
      if (place >= 0) gains[place]! += share
      else {
        seen[phrase] = first + count
        gains[count] = share
        candidates[count++] = phrase
      }
    }
    if (k < end) left += gain
  }
  return { count, left }
}

/** Texts told apart by what they marked, before all marks are wiped: marks stay small integers. */
const MOST_TEXTS = 0x3fffffff / PLACES - 1

/** The first of the places that mark a new text's candidates; what earlier texts marked is less. */
function firstPlace(scratch: Scratch): number {
  if (++scratch.text > MOST_TEXTS) {
    scratch.seen.fill(0)
    scratch.text = 1
  }
  return scratch.text * PLACES
}
