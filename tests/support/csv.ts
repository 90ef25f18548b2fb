/** A reader of RFC 4180, apart from the writer. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        cell += text[at]
        if (text[at] === '"') at += 1
      }
    } else if (text[at] === ',') {
      rows.at(-1)!.push(cell)
      cell = ''
    } else if (text.startsWith('\r\n', at)) {
      rows.at(-1)!.push(cell)
      cell = ''
      rows.push([])
      at += 1
    } else cell += text[at]
  }
  return rows.slice(0, -1)
}
