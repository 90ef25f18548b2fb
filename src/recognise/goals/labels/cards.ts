/** Goals printed as cards: the same labels again and again, 'What we want: … What we will do: … Lead: …'. */

import type {Lexicon} from '../../lexicon.ts'
import {isEcho, isForeign} from '../../outline.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import {goalColumnsOf} from '../../tables/goal-columns.ts'
import type {LeadIn} from '../../vocabulary.ts'
import {fold, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {plainOpening} from '../opening-of.ts'
import {type Opening, openingsInOrder, type Scheme} from '../openings.ts'

/** Openings for cards below those that are open already, 'Strategy: …' after 'Goal: …': only what names its own level. */
export function cardsBelow(frame: Frame, scheme: Scheme): Opening[] {
  const words = new Map(frame.lexicon.vocabulary.levels.map(({word, rank}) => [word, rank]))
  const low = cardOpenings(frame, scheme).filter(({term}) => (words.get(lastWord(term)) ?? 0) >= leastBelow)
  return low.length >= leastBelow ? low : []
}

interface Card {
  piece: Piece
  term: string
  title: string
  kind: 'aim' | 'actions' | 'level'
  rank: number
  /** The piece under the label whose words are the title. */
  under?: Piece
}

/** Labels that fill a card: without them a repeated label only repeats. */
const filling: Record<Card['kind'], ReadonlySet<LeadIn>> = {
  aim: new Set<LeadIn>(['priorities', 'actions', 'measures', 'milestones']),
  level: new Set<LeadIn>(['priorities', 'actions', 'measures', 'milestones', 'lead', 'due', 'target', 'rationale']),
  actions: new Set<LeadIn>(['lead', 'due', 'start', 'measures', 'milestones', 'target'])
}

/** Share of the cards that other labels fill. */
const shareFilled = 0.6
/** Longest title on a card, words. */
const longestTitle = 60

/**
 * Openings for the goals of cards, under the goals opened already or under headings; empty where each heading or goal has one
 * card only, which then describes it.
 */
export function cardOpenings(frame: Frame, scheme: Scheme): Opening[] {
  const cards = cardsIn(frame, scheme)
  const byTerm = [...Map.groupBy(cards, (card) => fold(card.term)).values()].filter((same) =>
    isSeries(same, frame, scheme)
  )
  const series = byTerm.sort((a, b) => a[0]!.piece.index - b[0]!.piece.index)[0]
  if (!series) return []
  const owners = series.map(({piece}) => goalOver(piece, scheme))
  const alone = owners[0] !== undefined && new Set(owners).size === owners.length
  return series.map(
    ({piece, term, title, kind, under}, at): Opening =>
      plainOpening(piece, {
        type: kind === 'actions' || owners[at]?.type === 'priority' ? 'action' : 'priority',
        term: term.toLowerCase(),
        title,
        rule: 'outcomes/card',
        confidence: 0.97,
        consumed: under ? [under.index] : [],
        // the one card of each goal holds all that follows under the goal's heading, whatever headings of its own that has
        depth: alone && owners[at]!.depth < boldHeadingDepth ? owners[at]!.depth + 0.5 : boldHeadingDepth + 1
      })
  )
}

/** The goal that a card stands under. */
function goalOver({index}: Piece, scheme: Scheme): Opening | undefined {
  return openingsInOrder(scheme).findLast(({piece}) => piece < index)
}

function cardsIn({pieces, sections, lexicon}: Frame, scheme: Scheme): Card[] {
  return pieces.flatMap((piece): Card[] => {
    if (piece.kind === 'table' || piece.kind === 'listItem' || piece.entry || scheme.openings.has(piece.index))
      return []
    const place = sections[piece.index]
    if (isForeign(place) || isEcho(place)) return []
    const level = lexicon.levelOf(piece.text)
    // 'Project | Description' is the header of a table that lost its lines
    if (level && /\|/.test(piece.text) && lexicon.columnOf(level.title) !== undefined) return []
    if (level && !level.label && level.title !== '' && level.level.rank < 5)
      return fits(level.title, {
        piece,
        term: level.term,
        title: level.title,
        kind: level.level.rank >= 4 ? 'actions' : 'level',
        rank: level.level.rank
      })
    const label = lexicon.labelled(piece.text, piece.lead)
    if (label?.kind !== 'aim') return alone(piece, pieces, lexicon)
    return fits(label.rest, {piece, term: label.term, title: label.rest, kind: 'aim', rank: 2})
  })
}

/** Words of levels that name a goal of its own, and do not say what the goal above them means, as aims and outcomes do. */
const ofItsOwn = /^(?:goal|objective)$/

/** 'Goal' alone on its line, over one statement. */
function alone({index, text}: Piece, pieces: readonly Piece[], lexicon: Lexicon): Card[] {
  const level = wordCount(text) <= 4 ? lexicon.labelAlone(text) : undefined
  const under = pieces[index + 1]
  if (!level || !ofItsOwn.test(level.level.word) || !under || under.kind === 'table' || wordCount(under.text) < 4)
    return []
  const next = pieces[index + 2]
  if (next?.kind === 'listItem' && under.kind === 'listItem') return []
  if (next?.kind === 'heading' && under.kind === 'heading' && next.depth >= under.depth) return []
  const {
    term,
    level: {rank}
  } = level
  return fits(under.text, {piece: pieces[index]!, term, title: under.text, kind: 'level', rank, under})
}

function fits(title: string, card: Card): Card[] {
  return wordCount(title) <= longestTitle ? [card] : []
}

function isSeries(cards: Card[], {pieces, sections, lexicon}: Frame, scheme: Scheme): boolean {
  if (cards.length < 2) return false
  const openings = openingsInOrder(scheme)
  const several = cards.some((card, at) => followsOn(card, cards[at + 1], {sections, lexicon}, openings))
  if (
    cards.every((card) => isBelow(card, openings, lexicon)) &&
    (several || cards[0]!.rank >= leastBelow || partsThemes(cards, openings))
  )
    return true
  const filled = cards.filter((card, at) => {
    const end = cards[at + 1]?.piece.index ?? Math.min(pieces.length, card.piece.index + longestCard)
    for (let index = card.piece.index + 1; index < end; index += 1) {
      const piece = pieces[index]!
      if (piece.kind === 'table') {
        if (card.kind !== 'aim' && goalColumnsOf(piece, {sections, lexicon})) return true
        continue
      }
      if (card.kind === 'level' && piece.kind === 'listItem' && index === card.piece.index + 1) return true
      const kind = lexicon.leadInOf(piece.text) ?? lexicon.labelled(piece.text, piece.lead)?.kind
      if (kind && filling[card.kind].has(kind)) return true
    }
    return false
  }).length
  if (filled < cards.length * shareFilled) return false
  return several || (cards.every(({term}) => ofItsOwn.test(lastWord(term))) && oneEach(cards, openings))
}

function lastWord(term: string): string {
  return term.toLowerCase().split(' ').at(-1)!
}

/** Every card stands in a goal of its own. */
function oneEach(cards: readonly Card[], openings: readonly Opening[]): boolean {
  const owners = cards.map((card) => openings.findLast(({piece}) => piece < card.piece.index))
  return owners[0] !== undefined && new Set(owners).size === cards.length
}

/** Two cards follow each other with no heading or goal between them. */
function followsOn(
  card: Card,
  next: Card | undefined,
  {sections, lexicon}: Pick<Frame, 'sections' | 'lexicon'>,
  openings: readonly Opening[]
): boolean {
  // a heading that is a lead-in is part of its card
  const around = ({piece}: Card) => {
    let place = sections[piece.index]
    while (place && lexicon.leadInOf(place.title) !== undefined) place = place.within
    return place
  }
  if (!next || around(card) !== around(next)) return false
  return !openings.some(({piece}) => piece > card.piece.index && piece < next.piece.index)
}

/** Rank from which on a level's word names a goal of its own even where each goal above has only one: 'Objective: …', 'Strategy: …'. */
const leastBelow = 3

/** 'Outcome: …' under each of several themes. */
function partsThemes(cards: readonly Card[], openings: readonly Opening[]): boolean {
  const themes = openings.filter(({key}) => /^(?:theme|pillar|strand|strategic direction) /.test(key))
  return themes.length > 1 && cards.every(({term}) => /\boutcome$/i.test(term))
}

/** The card's level is lower than that of the goal that it stands under, or is another one under a goal that no word names. */
function isBelow(card: Card, openings: readonly Opening[], lexicon: Lexicon): boolean {
  const goal = openings.findLast(({piece}) => piece < card.piece.index)
  const level = lexicon.vocabulary.levels.find(({word}) => goal?.key.startsWith(`${word} `))
  if (card.kind === 'aim' || !goal) return false
  return level === undefined ? goal.depth < boldHeadingDepth : level.rank <= card.rank && fold(card.term) !== level.word
}

/** Pieces that the last card may span. */
const longestCard = 12
