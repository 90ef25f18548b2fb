/** Headings and captions right over tables of goals. */

import type {Piece} from '../../pieces.ts'
import type {Column} from '../../tables/column-roles.ts'
import {goalColumnsOf} from '../../tables/goal-columns.ts'
import {partRowsOf} from '../../tables/part-rows.ts'
import {fold, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {formOf} from '../words/forms.ts'
import {isGeneric} from './generic-titles.ts'
import {headingOver} from './under-headings.ts'

/** Headings with a table of goals right under them; over 'Action plan' and its like, the headings that those stand under. */
export function headingsOverTables(frame: Frame): Opening[] {
  const {pieces} = frame
  const [found, climbed] = [new Set<Piece>(), new Set<Piece>()]
  const titles = titlesOfTables(pieces)
  const again = numberedAgain(frame)
  for (const piece of pieces) {
    const columns = piece.kind === 'table' ? goalColumnsOf(piece, frame) : undefined
    // a table with a column of outcomes needs no heading for one
    // nor does one that its own rows part: 'Part A: …'
    if (partRowsOf(piece).some(({make}) => make === 'part')) continue
    if (!columns || (columns.some((column) => column.role === 'outcome') && !again.has(piece))) continue
    let at = piece.index - 1
    const captions = (each: Piece) => endsLikeCaption(each) || titles.has(each)
    while (at >= 0 && pieces[at]!.kind === 'paragraph' && piece.index - at <= 3 && !captions(pieces[at]!)) at -= 1
    const over = pieces[at]
    if (!over || (over.kind !== 'heading' && !captions(over))) continue
    if (namesColumns(over.text, columns, frame)) continue
    if (!isGeneric(over, frame)) found.add(over)
    else {
      const higher = over.kind === 'heading' ? headingOver(over, pieces) : undefined
      if (higher && !isGeneric(higher, frame)) climbed.add(higher)
    }
  }
  const depths = new Set([...climbed].map(({depth}) => depth))
  // one by itself must say what is to be done or reached, and not name a part of the document
  const isStated = [...climbed].every(({depth, text}) => depth > 1 && formOf(text) === 'act')
  const over = found.size === 0 && (climbed.size > 1 || isStated) && depths.size === 1 ? climbed : found
  return [...(over.size > 0 ? over : soleHeading(frame))].map((heading) => overTable(heading, frame))
}

/** Fewest tables of goals under one heading that are all of a chapter, and longest name of a chapter, words. */
const [leastOfChapter, longestChapter] = [2, 6]

/** The one heading of a chapter that is nothing but words and tables of goals: 'Ports and quays'. */
function soleHeading(frame: Frame): Piece[] {
  const {pieces, lexicon} = frame
  const [heading, ...others] = pieces.filter(({kind, entry}) => kind === 'heading' && !entry)
  if (heading?.index !== 0 || others.length > 0 || wordCount(heading.text) > longestChapter) return []
  if (isGeneric(heading, frame) || lexicon.sectionOf(heading.text) !== undefined || /\d/.test(heading.text)) return []
  const tables = pieces.flatMap((piece) => {
    const columns = piece.kind === 'table' ? goalColumnsOf(piece, frame) : undefined
    return columns ? [columns] : []
  })
  const held = tables.every((columns) => !columns.some(({role}) => role === 'outcome'))
  return held && tables.length >= leastOfChapter ? [heading] : []
}

/** 'Objectives and key results for the quay', over columns of these: what the table holds, and no goal. */
function namesColumns(text: string, columns: readonly Column[], {lexicon}: Frame): boolean {
  const [names = ''] = text.split(/[:(–—]|\b(?:for|of|in|from|by|to)\b/)
  const roles = names
    .split(/,|&|\/|\band\b/)
    .filter((name) => name.trim() !== '')
    .map((name) => lexicon.columnOf(name.trim()))
  return roles.length > 1 && roles.every((role) => columns.some((column) => column.role === role))
}

/** Tables whose goals are numbered from the first in each of them: what they stand under is above these. */
function numberedAgain(frame: Frame): Set<Piece> {
  const first = new Map<Piece, {number: string; title: string}>()
  for (const piece of frame.pieces) {
    const column =
      piece.kind === 'table' ? goalColumnsOf(piece, frame)?.find(({role}) => role === 'outcome') : undefined
    const label = column ? frame.lexicon.levelOf(piece.rows?.[1]?.cells[column.at]?.text ?? '') : undefined
    if (label?.number) first.set(piece, {number: label.number, title: fold(label.title)})
  }
  const tables = Map.groupBy(first.keys(), (piece) => first.get(piece)!.number)
  const restarting = [...tables.values()].filter((same) => new Set(same.map((each) => first.get(each)!.title)).size > 1)
  return new Set(restarting.flat())
}

function overTable(heading: Piece, {sections, lexicon}: Frame): Opening {
  const term = lexicon.levelNamed(sections[heading.index]?.within?.title ?? '')?.word ?? 'outcome'
  return openingOf(heading, 'outcome', term, 'outcomes/heading-over-table', 0.8, lexicon)
}

/** Plain lines right over tables of one header: with several such, each is the title of its table. */
function titlesOfTables(pieces: readonly Piece[]): Set<Piece> {
  const alike = pieces.filter((piece) => piece.alike).flatMap((table) => titleOver(table, pieces, longestTableTitle))
  const titles = [alike, ...headedAlike(pieces).map((tables) => titlesOfAll(tables, pieces))]
  return new Set(titles.filter((over) => new Set(over.map(({text}) => fold(text))).size > 1).flat())
}

/** Longest such line, words; and over tables that begin with the same columns, each of which has one. */
const longestTableTitle = 12
const longestOfAll = 50
/** Tables that begin with the same columns, at least, and the share of them that must have a title of their own. */
const leastAlike = 3
const titledShare = 0.8

function titleOver(table: Piece, pieces: readonly Piece[], longest: number): Piece[] {
  const before = pieces[table.index - 1]
  const short = before?.kind === 'paragraph' && wordCount(before.text) <= longest
  return before && short && /^\p{Lu}[^:;!?]*[^.:;!?]$/u.test(before.text) ? [before] : []
}

/** The lines over most of these tables; none where they are the words of the text around. */
function titlesOfAll(tables: readonly Piece[], pieces: readonly Piece[]): Piece[] {
  const over = tables.flatMap((table) => titleOver(table, pieces, longestOfAll))
  return over.length >= titledShare * tables.length ? over : []
}

/** Tables by the first two columns of their header rows. */
function headedAlike(pieces: readonly Piece[]): Piece[][] {
  const byHeader = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const [first, second] = piece.kind === 'table' ? (piece.rows?.[0]?.cells ?? []) : []
    if (!first?.text || !second?.text) continue
    const header = `${fold(first.text)}|${fold(second.text)}`
    byHeader.set(header, [...(byHeader.get(header) ?? []), piece])
  }
  return [...byHeader.values()].filter((tables) => tables.length >= leastAlike)
}

function endsLikeCaption(piece: Piece): boolean {
  return piece.kind === 'paragraph' && piece.bold && wordCount(piece.text) <= 50
}
