import {describe, expect, it} from 'vitest'
import {csvCells, csvRows} from '../../src/language/csv.ts'

describe('csvCells', () => {
  it('reads quoted cells with commas, line ends and doubled quotes', () => {
    expect(csvCells('a,"b, c"\r\n"d\ne","f ""g"""')).toEqual([
      ['a', 'b, c'],
      ['d\ne', 'f "g"']
    ])
  })
  it('passes over a byte order mark and rows of empty cells', () => {
    expect(csvCells('\uFEFFa,b\n,\n\n1,')).toEqual([
      ['a', 'b'],
      ['1', '']
    ])
  })
})

describe('csvRows', () => {
  it('names cells by the first line, in lower case; a short row has empty cells', () => {
    expect(csvRows('Id, Decision ,note\nx,accepted')).toEqual([{id: 'x', decision: 'accepted', note: ''}])
    expect(csvRows('')).toEqual([])
  })
})
