import {strFromU8, unzipSync} from 'fflate'

/** The text of a Word file's body after its bookmark, with all tracked changes accepted or rejected, by paragraph. */
export function trackedText(docx: Uint8Array, take: 'accept' | 'reject', bookmark: string): string[] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!)
  const [dropped, droppedMark] = take === 'accept' ? [['del', 'moveFrom'], 'del'] : [['ins', 'moveTo'], 'ins']
  const paragraphs = [...xml.slice(xml.indexOf(`w:name="${bookmark}"`)).matchAll(/<w:p>(.*?)<\/w:p>/gs)]
  const lines: string[] = []
  let open = ''
  for (const [, inner = ''] of paragraphs) {
    const [, properties = '', content = ''] = /^(?:<w:pPr>(.*?)<\/w:pPr>)?(.*)$/s.exec(inner) ?? []
    let kept = content
    for (const name of dropped) kept = kept.replace(new RegExp(`<w:${name} [^>]*>.*?</w:${name}>`, 'gs'), '')
    open += [...kept.matchAll(/<w:(?:t|delText)[^>]*>(.*?)<\/w:(?:t|delText)>/gs)].map(([, text]) => text).join('')
    // A paragraph whose mark goes runs into the next.
    if (new RegExp(`<w:${droppedMark} `).test(properties)) continue
    lines.push(unescaped(open))
    open = ''
  }
  return lines.filter((line) => line !== '')
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
