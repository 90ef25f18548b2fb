import {SaxesParser} from 'saxes'

/** An element of a part of a Word file. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

function elementsOf(xml: string): Element {
  const root: Element = {name: '', attributes: {}, children: [], text: ''}
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => {
    const element = {name, attributes: attributes as Record<string, string>, children: [], text: ''}
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root
}

/** Children in the order in which the schema of WordprocessingML (ECMA-376, Part 1) has them. */
const sequences: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': [
    'w:pStyle',
    'w:keepNext',
    'w:keepLines',
    'w:pageBreakBefore',
    'w:numPr',
    'w:spacing',
    'w:ind',
    'w:jc',
    'w:rPr',
    'w:sectPr',
    'w:pPrChange'
  ],
  'w:rPr': [
    'w:ins',
    'w:del',
    'w:moveFrom',
    'w:moveTo',
    'w:rStyle',
    'w:rFonts',
    'w:b',
    'w:i',
    'w:strike',
    'w:color',
    'w:sz',
    'w:highlight',
    'w:u',
    'w:shd',
    'w:lang'
  ],
  'w:tblPr': ['w:tblStyle', 'w:tblW', 'w:jc', 'w:tblBorders', 'w:shd', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook'],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tr': ['w:trPr', 'w:tc'],
  'w:tc': ['w:tcPr', 'w:p'],
  'w:trPr': ['w:cantSplit', 'w:tblHeader']
}
/** What may stand in what. */
const mayHold: Readonly<Record<string, readonly string[]>> = {
  'w:body': ['w:p', 'w:tbl', 'w:sectPr'],
  'w:p': [
    'w:pPr',
    'w:r',
    'w:ins',
    'w:del',
    'w:moveFrom',
    'w:moveTo',
    'w:moveFromRangeStart',
    'w:moveFromRangeEnd',
    'w:moveToRangeStart',
    'w:moveToRangeEnd',
    'w:bookmarkStart',
    'w:bookmarkEnd',
    'w:hyperlink'
  ],
  'w:ins': ['w:r'],
  'w:del': ['w:r'],
  'w:moveFrom': ['w:r'],
  'w:moveTo': ['w:r'],
  'w:r': ['w:rPr', 'w:t', 'w:delText', 'w:br', 'w:tab']
}

/** What Word would mend or refuse in the body of a document, a line each. */
export function faultsOf(xml: string): string[] {
  const faults: string[] = []
  const ids = new Map<string, number>()
  const ranges = new Map<string, number>()
  const body = elementsOf(xml).children[0]!.children.find(({name}) => name === 'w:body')!
  const visit = (element: Element, within: readonly string[]): void => {
    const {name, attributes, children} = element
    const names = children.map((child) => child.name)
    const order = sequences[name]
    if (order) {
      const places = names.map((each) => order.indexOf(each))
      if (places.includes(-1)) faults.push(`${name} holds ${names[places.indexOf(-1)]}`)
      if (places.some((place, at) => at > 0 && place < places[at - 1]!)) faults.push(`${name}: ${names} out of order`)
    }
    const held = name === 'w:rPr' ? undefined : mayHold[name]
    if (held && !within.includes('w:rPr'))
      for (const each of names) if (!held.includes(each)) faults.push(`${name} holds ${each}`)
    if (name === 'w:p' && names.indexOf('w:pPr') > 0) faults.push('w:pPr is not first')
    if (name === 'w:tc' && names.at(-1) !== 'w:p') faults.push('a cell does not end in a paragraph')
    if (name === 'w:r' && names.filter((each) => each !== 'w:rPr').length === 0) faults.push('an empty run')
    const marks = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']
    if (marks.includes(name)) {
      if (!attributes['w:author']) faults.push(`${name} without an author`)
      if (children.length === 0 && !within.includes('w:rPr')) faults.push(`an empty ${name}`)
    }
    if (name === 'w:delText' && !within.includes('w:del')) faults.push('w:delText outside w:del')
    if (name === 'w:t' && within.includes('w:del')) faults.push('w:t in w:del')
    if (['w:t', 'w:delText'].includes(name)) {
      if (element.text === '') faults.push(`an empty ${name}`)
      if (/^\s|\s$/.test(element.text) && attributes['xml:space'] !== 'preserve')
        faults.push(`${name} loses its spaces`)
    }
    const id = attributes['w:id']
    if (id !== undefined && !name.endsWith('RangeEnd') && name !== 'w:bookmarkEnd') ids.set(id, (ids.get(id) ?? 0) + 1)
    if (/^w:move(?:From|To)RangeStart$/.test(name)) {
      const range = `${name} ${attributes['w:name']}`
      ranges.set(range, (ranges.get(range) ?? 0) + 1)
    }
    for (const child of children) visit(child, [...within, name])
  }
  visit(body, [])
  for (const [id, count] of ids) if (count > 1) faults.push(`id ${id} is given ${count} times`)
  for (const [range, count] of ranges) {
    if (count > 1) faults.push(`${range} stands ${count} times`)
    const other = range.includes('From') ? range.replace('From', 'To') : range.replace('To', 'From')
    if (!ranges.has(other)) faults.push(`${range} has no counterpart`)
  }
  body.children.forEach(({name}, at) => {
    if (name === 'w:tbl' && body.children[at + 1]?.name === 'w:tbl') faults.push('two tables run into one')
  })
  if (body.children.at(-1)?.name === 'w:tbl') faults.push('a table ends the document')
  return [...new Set(faults)]
}
