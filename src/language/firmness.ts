/** How firmly words promise: 'will' binds, 'aim' intends, 'explore' leaves it open. */
export type Firmness = 'will' | 'aim' | 'explore'

const aims =
  /\b(?:aim(?:s|ing|ed)?|seek(?:s|ing)?|work(?:s|ing)? towards|striv(?:e|es|ing)|hop(?:e|es|ing) to|intend(?:s|ing)?|aspir(?:e|es|ing)|endeavour(?:s|ing)?|tr(?:y|ies|ying) to|wants? to|would like to|propos(?:e|es|ing))\b/i
/** 'May' with a capital is a month, or opens a question. */
const explorations =
  /\b(?:explor(?:e|es|ing)|consider(?:s|ing)?|investigat(?:e|es|ing)|look(?:s|ing)? (?:into|at)|scop(?:e|es|ing)|may|might|could)\b/i
const month = /\bMay\b/g

/** How firm a goal's words are: its first verb of aiming or exploring, else a promise. */
export function firmnessOf(words: string): Firmness {
  const spoken = words.replace(month, '')
  const [aim, explore] = [aims.exec(spoken)?.index ?? Infinity, explorations.exec(spoken)?.index ?? Infinity]
  if (aim === Infinity && explore === Infinity) return 'will'
  return aim < explore ? 'aim' : 'explore'
}
