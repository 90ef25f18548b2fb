/** Goals that stand in the plan's list of its goals and have no part of their own: of six listed, one may be set out below. */

import {numberLabel, type Piece} from '../../pieces.ts'
import {lineFamilies} from '../families/line-families.ts'
import type {Frame} from '../frame.ts'
import {sameTitle} from '../labels/series.ts'
import {openingOf} from '../opening-of.ts'
import type {DeclaredList, Opening, Scheme} from '../openings.ts'
import {titlesOf} from '../words/goal-words.ts'

/** A list of goals before any of them is set out: its entries and what it calls them. */
interface Listed {
  entries: Piece[]
  word: string
  term: string
}

/** Openings for the entries that no goal answers to; none unless every goal of the plan answers to an entry of the list. */
export function listedOnly(frame: Frame, {openings, captions}: Scheme, lists: readonly DeclaredList[]): Opening[] {
  const goals = [...openings.values()].filter(({type}) => type === 'outcome')
  if (goals.length === 0 || captions.size > 0) return []
  const {pieces} = frame
  const first = Math.min(...goals.map(({piece}) => piece))
  if (!pieces.slice(0, first).some(({kind}) => kind === 'listItem')) return []
  const listed = [
    ...lists.map(
      ({pieces: indexes, level, term}): Listed => ({
        entries: indexes.map((index) => pieces[index]!),
        word: level.word,
        term
      })
    ),
    ...lineFamilies(frame, first)
      .filter(({make, counted}) => make === 'entries' && counted)
      .map(({members, level}): Listed => ({entries: members, word: level?.word ?? '', term: level?.word ?? 'goal'}))
  ]
  for (const {entries, word, term} of listed) {
    if (entries.length <= goals.length || entries.some(({index}) => index >= first)) continue
    const titles = titlesOf(entries)
    const numbers = new Map(entries.map((entry, at) => [entry.marker?.replace(/\W/g, ''), at]))
    const answers = goals.map(({title, key}) => {
      const numbered = key.startsWith(`${word} `) ? numbers.get(key.slice(word.length + 1)) : undefined
      return numbered ?? titles.findIndex((entry) => sameTitle(entry.title, title))
    })
    if (answers.includes(-1) || new Set(answers).size < goals.length) continue
    return entries.flatMap((entry, at): Opening[] => {
      if (answers.includes(at)) return []
      const opening = openingOf(entry, 'outcome', term, 'outcomes/listed-only', 0.75)
      return [{...opening, ...titles[at]!, ...numberLabel(entry), entry: true}]
    })
  }
  return []
}
