/** XML as a plain tree of local names: what the importer works on. Faults are collected, not thrown, where reading can go on. */
import {SaxesParser, type SaxesTagNS} from 'saxes'
import {PlanError} from '../problems.ts'

export interface XmlElement {
  /** Local name: real files use five namespaces for one vocabulary. */
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** Its own text, trimmed. */
  text: string
}

/** Nesting beyond which a file is not a plan but an attack. */
const deepest = 60
/** Faults told by their words; the rest are counted. */
const faultsMost = 5

/** The root of the document, and what is wrong with its XML. @throws {PlanError} damaged, when there is no root. */
export function xmlTree(text: string): {root: XmlElement; faults: string[]} {
  const parser = new SaxesParser({xmlns: true})
  const open: XmlElement[] = []
  const faults: string[] = []
  let root: XmlElement | undefined
  parser.on('error', (error) => {
    if (faults.length < faultsMost) faults.push(error.message.split('\n')[0] ?? '')
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (open.length >= deepest)
      throw new PlanError('damaged', `its XML nests deeper than ${deepest}`, {stage: 'source'})
    const element: XmlElement = {name: tag.local, attributes: attributesOf(tag), children: [], text: ''}
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (words: string) => {
    const element = open.at(-1)
    if (element) element.text += words
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element) element.text = element.text.trim()
  })
  parser.write(text.replace(/^\ufeff/, '')).close()
  if (!root) throw new PlanError('damaged', 'holds no XML element', {stage: 'source'})
  return {root, faults}
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  return Object.fromEntries(Object.values(tag.attributes).map(({local, value}) => [local, value]))
}

/** The first child of a name; children may stand in any order. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Text of the first child that has one of the names; undefined when it is missing or empty. */
export function textOf(element: XmlElement | undefined, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = childOf(element, name)?.text
    if (text) return text
  }
  return undefined
}
