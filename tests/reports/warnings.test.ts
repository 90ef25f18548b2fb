import {expect, test} from 'vitest'
import {warningLines} from '../../src/reports/warnings.ts'

const ocr = (page: number, message = `read by OCR, ${80 + page} % sure on average`) => ({ruleId: 'ocr', message, page})

test('a few warnings stand for themselves, with their page or place', () => {
  expect(
    warningLines([ocr(2), {ruleId: 'text-nul', message: '3 NUL characters left out'}, {...ocr(5), place: 'the foot'}])
  ).toEqual([
    'page 2: read by OCR, 82 % sure on average',
    'page 5: read by OCR, 85 % sure on average (the foot)',
    '3 NUL characters left out'
  ])
})

test('one kind on many pages is one line that names them all', () => {
  expect(warningLines([1, 2, 3, 7, 10, 9].map((page) => ocr(page)))).toEqual([
    'pages 1-3, 7, 9-10: read by OCR, 81 % sure on average (page 1)'
  ])
  expect(warningLines([4, 5, 6].map((page) => ocr(page, 'page left out: too long')))).toEqual([
    'pages 4-6: page left out: too long'
  ])
})

test('the same words without a page are counted', () => {
  const same = {ruleId: 'correction-unused', message: 'a correction found nothing'}
  expect(warningLines([same, same, same])).toEqual(['a correction found nothing (3 times)'])
  expect(warningLines([])).toEqual([])
})
