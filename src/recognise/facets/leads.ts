/** Who answers for a goal: cells and lines cut into the parties that they name. */
import type {Lead} from '../../plan-tree/nodes.ts'
import type {Vocabulary} from '../vocabulary.ts'
import {collapse, fold, sentences} from '../words.ts'

export interface Party {
  value: string
  note?: string
  holder: Lead['holder']
}

const unnamed =
  /^(?:tbc|tba|tbd|to be (?:confirmed|agreed|decided|determined|appointed|identified)|n\/?a|none|vacant|vacancy|unknown|\?+|-+)\b/i
const openPlaceholder =
  /^(?:tbc|tba|tbd|\?+|-+|n\/?a|none|to be (?:confirmed|agreed|decided|determined|appointed|identified))\.?$/i
const reference = /^(?:as|same as) (?:above|below|before)\.?$/i

/**
 * Cuts at printed lines, sentences, '/', ';' and at 'and' or ',' between two parties that stand for themselves. 'Service Manager,
 * Cared for and Care Leavers' is one post; 'Virtual School Headteacher and Deputy Headteacher' are two.
 */
export function partiesOf(lines: readonly string[], vocabulary: Vocabulary): Party[] {
  return joinedNames(lines)
    .flatMap((line) => sentences(line))
    .flatMap((line) => line.split(/\s*[;•·]\s*/u))
    .flatMap(splitSlash)
    .flatMap((part) => splitComma(part, vocabulary))
    .flatMap((part) => splitAnd(part, vocabulary))
    .map((part) => partyOf(part, vocabulary))
    .filter((party) => /[\p{L}\p{N}?]/u.test(party.value))
}

/** A name that wrapped in its narrow cell: 'Sarah' over 'Lister/Christine' over 'Ridley-Thomas', 'Cllr.' over 'Stocks'. */
function joinedNames(lines: readonly string[]): string[] {
  const slashed = lines.some((line) => line.includes('/'))
  const out: string[] = []
  for (const line of lines) {
    const last = out.at(-1)
    const tail =
      last
        ?.split(/[/,;]\s*/)
        .at(-1)
        ?.trim() ?? ''
    const half = title.test(tail) || (slashed && isName(tail) && !tail.includes(' ') && isName(line.split('/')[0]!))
    if (last !== undefined && (half || /[/&]$|\band$/.test(last))) out[out.length - 1] = `${last} ${line}`
    else out.push(line)
  }
  return out
}

const title =
  /^(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Prof|Professor|Rev|Sir|Dame|Head|Director|Chair|Manager|Lead) ?(?:\.|of|for)?$/

function splitSlash(text: string): string[] {
  // 'N/A' and 'and/or' are words, 'GP/Nurse' are two posts
  if (/^n\/a$/i.test(text)) return [text]
  return text.split(/\s*\/\s*(?!or\b)/).filter((part) => part.trim() !== '')
}

function splitComma(text: string, vocabulary: Vocabulary): string[] {
  const parts = text.split(/,\s+(?![^(]*\))/)
  if (parts.length < 2) return [text]
  const tail = parts.at(-1)!.replace(/^(?:and|&)\s+/i, '')
  const all = [...parts.slice(0, -1), tail]
  if (/^all\b/i.test(text)) return collective(all, text)
  if (all.every((part) => isName(part) || splitNames(part).length > 1)) return all
  if (all.every((part) => isPost(part, vocabulary))) return all
  if (all.length > 2 && all.every((part) => isBody(part, vocabulary) || isPost(part, vocabulary))) return all
  if (all.every((part) => /^[A-Z][A-Z&]{1,7}$/.test(part))) return all
  // 'All services and teams, participation team to support where required': the second part is a remark that names a party
  return [text]
}

function collective(parts: string[], text: string): string[] {
  const last = parts.at(-1)!
  return parts.length === 2 && /\bto (?:support|assist|help|lead|advise)\b/i.test(last) ? parts : [text]
}

function splitAnd(text: string, vocabulary: Vocabulary): string[] {
  if (/^all\b/i.test(text)) return [text]
  for (const match of text.matchAll(/\s+(?:and|&|\+)\s+/gi)) {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    const names = isName(left) && isName(right)
    const parties =
      !isName(right) && stands(left, vocabulary) && stands(right, vocabulary) && !isOneBodyName(left, right, vocabulary)
    if (names || parties) return [...splitAnd(left, vocabulary), ...splitAnd(right, vocabulary)]
  }
  return [text]
}

/** 'Skills and Learning Board': what stands before 'and' is no person but the first half of a body's name. */
function isOneBodyName(left: string, right: string, vocabulary: Vocabulary): boolean {
  return isName(left) && /^\p{Lu}\S*\s+\S+$/u.test(right.trim()) && endsIn(right.trim(), vocabulary.bodies)
}

function splitNames(text: string): string[] {
  const parts = text.split(/\s+(?:and|&)\s+/i)
  return parts.every(isName) ? parts : [text]
}

/** A party by itself: it ends in a post or a body, or is a person's name. */
function stands(text: string, vocabulary: Vocabulary): boolean {
  const bare = text.replace(/\s*\([^()]*\)\s*$/, '')
  const head = bare.split(',')[0]!.trim()
  return (
    isName(bare) ||
    endsIn(head, vocabulary.posts) ||
    (head.split(' ').length > 1 && endsIn(head, vocabulary.bodies)) ||
    /^[A-Z][A-Z&]{1,7}$/.test(bare)
  )
}

function endsIn(text: string, nouns: readonly string[]): boolean {
  const folded = fold(text)
  return nouns.some((noun) => folded === noun || folded.endsWith(` ${noun}`))
}

function isPost(text: string, vocabulary: Vocabulary): boolean {
  return partiesIn(vocabulary).post.test(fold(text))
}

function isBody(text: string, vocabulary: Vocabulary): boolean {
  return partiesIn(vocabulary).body.test(fold(text))
}

const partyWords = new WeakMap<Vocabulary, {post: RegExp; body: RegExp}>()

/** A vocabulary's posts and bodies, each list as one pattern. */
function partiesIn(vocabulary: Vocabulary): {post: RegExp; body: RegExp} {
  const known = partyWords.get(vocabulary)
  if (known) return known
  const made = {post: anyOf(vocabulary.posts, 's?'), body: anyOf(vocabulary.bodies, '')}
  partyWords.set(vocabulary, made)
  return made
}

function anyOf(nouns: readonly string[], ending: string): RegExp {
  return nouns.length === 0 ? /(?!)/ : new RegExp(`\\b(?:${nouns.join('|')})${ending}\\b`)
}

const notNames =
  /\b(?:all|the|council|board|team|group|service|health|public|children|young|people|safety|road|education|school|council|trust|county|city|borough|staff|partners|police|fire|community|social|care|adult|national|local|department|agency|learning|development|communications?|finance|resources|estates|housing|planning|parks|places|leisure|libraries|culture|environment|transport|highways|economy|economic|regeneration|business|skills|employment|commissioning|governance|legal|democratic|digital|data|technology|performance|policy|strategy|marketing|engagement|inclusion|wellbeing|safeguarding|prevention|operations|property|assets|waste|energy|climate|people|families|customer|customers|human|quality|research|training|workforce|partnerships?|intelligence)\b/i

/** One to four capitalised words that name no post or body: 'Ali Stathers-Tracey', 'Cllr. Stocks', 'Kim'. */
function isName(text: string): boolean {
  const bare = text.trim().replace(/\.$/, '')
  return (
    /^(?:(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Dame|Cdr|Supt|Insp|Sgt|PC)\.?\s+)?\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}$/u.test(
      bare
    ) && !notNames.test(bare)
  )
}

function partyOf(text: string, vocabulary: Vocabulary): Party {
  const bare = collapse(text.replace(/[\s.;:,]+$/, ''))
  // 'participation team to support where required', 'the Board (to be renamed in May)'
  const remark =
    /^(.{3,}?)\s*(\([^()]{12,}\))$/.exec(bare) ??
    /^(.{3,}?)\s+(to (?:support|assist|advise|help)\b.{0,80})$/i.exec(bare)
  const value = remark ? remark[1]! : bare
  return {value, ...(remark ? {note: remark[2]!} : {}), holder: holderOf(value, vocabulary)}
}

export function holderOf(value: string, vocabulary: Vocabulary): Lead['holder'] {
  if (openPlaceholder.test(value) || unnamed.test(value) || reference.test(value)) return 'unnamed'
  const head = value.split(/,|\bof\b|\bfor\b/)[0]!.trim()
  if (endsIn(head, vocabulary.bodies)) return 'body'
  if (isPost(value, vocabulary)) return 'post'
  if (isBody(value, vocabulary)) return 'body'
  if (isName(value) && value.trim().split(/\s+/).length > 1) return 'person'
  return isName(value) && /^\p{Lu}\p{Ll}+$/u.test(value.trim()) ? 'person' : 'body'
}
