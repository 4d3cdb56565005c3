/**
 * The numbers of reading a text, found by search on development sets of real phrases (never by changing words): each moves recall by a point
 * or more when halved or doubled, and none is sharp.
 */
export const READING_WEIGHTS = {
  /** What the parts of a text count for, clause by clause; the first nearly always names the goods. */
  clauses: [1, 0.75, 0.5, 0.4, 0.3],
  /** After "for", "для": the use, not the thing. */
  purpose: 0.65,
  /** After "of", "with", "из": what it is made of. */
  attribute: 0.8,
  /** The word that names the thing: last of an English, Kazakh or Urdu clause, first of a Russian one. */
  head: 1.15,
  /** "Maker": a firm that makes the thing, or a machine that does. */
  maker: 0.65,
  /** The most similar phrases vote, each with this power of its similarity … */
  votePower: 7.5,
  /** … and this many of them. */
  voters: 60,
  votes: 0.75,
  /** The concept's own words together, each the more the more of its phrases use it. */
  words: 1.1,
  /** How much of the text the concept's words cover. */
  cover: 0.7,
  /** The single most similar phrase. */
  best: 1.2,
  /** A service class in whose favour only goods were named, no word of doing. */
  serviceUnsaid: 0.5,
  /** What is no machine, where the text names one. */
  notMachine: 0.6,
  /** How sharply belief falls with distance from the best. */
  sharpness: 2.3,
  /** Weight of a word nobody knows, against a word of one heading only. */
  unknown: 0.6,
  /** A known word's kin count less: it is probably meant as written. */
  kinOfKnown: 0.65,
  /** A known word of no more phrases than this may be a slip of a commoner one, for which it counts so much of what an unknown one would. */
  rare: 8,
  slipOfKnown: 0.5,
  /** What a common word gains over a rare one that is spelt as much like what was typed, for each e-fold of its phrases. */
  commonness: 0.1,
  /** Less alike than this, two words have nothing to do with each other. */
  leastLikeness: 0.4,
  /** A word that sounds like a known one of another script, its vowels agreeing. */
  sound: 0.85,
  /** What one slip takes from likeness, against the word's length. */
  slip: 1.7,
}
