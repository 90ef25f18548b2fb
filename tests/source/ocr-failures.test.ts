/** A page on which OCR fails costs that page only: Tesseract is stood in for by one that fails on the second picture. */
import {expect, test, vi} from 'vitest'
import {readPdf} from '../../src/source/pdf/pdf.ts'
import {image, pdfOf} from '../support/pdf.ts'

const seen = vi.hoisted(() => ({pictures: 0, failOn: [] as number[], started: 0, ended: 0}))

vi.mock('tesseract.js', () => {
  const at = (left: number, word: string) => ({
    text: word,
    confidence: 95,
    bbox: {x0: left, y0: 100, x1: left + 90, y1: 130}
  })
  const words = ['Children', 'are', 'heard', 'and', 'answered'].map((word, i) => at(100 + 100 * i, word))
  const line = {words, confidence: 95, bbox: {x0: 100, y0: 100, x1: 690, y1: 130}}
  const page = {blocks: [{paragraphs: [{lines: [{...line, baseline: {x0: 100, y0: 128, x1: 690, y1: 128}}]}]}]}
  const createWorker = async () => {
    seen.started += 1
    return {
      recognize: async () => {
        seen.pictures += 1
        if (seen.failOn.includes(seen.pictures)) throw new Error('out of memory')
        return {data: page}
      },
      terminate: async () => {
        seen.ended += 1
      }
    }
  }
  return {default: {createWorker, OEM: {LSTM_ONLY: 1}}}
})

const picture = {width: 40, height: 60, data: new Uint8Array(2_400).fill(255)}
const scan = pdfOf({pages: [1, 2, 3].map(() => ({content: image(0, 0, 595, 842), picture}))})

test('the other pages are read, and it is named with its cause', async () => {
  Object.assign(seen, {pictures: 0, failOn: [2], started: 0, ended: 0})
  const {pages, warnings} = await readPdf(scan, {})
  expect(pages.filter((page) => page.runs.length > 0)).toHaveLength(2)
  const left = warnings.filter(({ruleId}) => ruleId === 'page-left-out')
  expect(left.map(({message}) => message)).toEqual(['page left out: OCR failed (out of memory)'])
  expect(pages.find(({number}) => number === left[0]!.page)?.runs).toEqual([])
  expect(seen.ended).toBe(seen.started)
})

test('where it fails on all of them the file says why', async () => {
  Object.assign(seen, {pictures: 0, failOn: [1, 2, 3], started: 0, ended: 0})
  await expect(readPdf(scan, {})).rejects.toMatchObject({
    code: 'garbled',
    message: expect.stringContaining('out of memory')
  })
})
