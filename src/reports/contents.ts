/** What a file of the report folder holds: whole, or in pieces where it grows with the archive. */
export type FileContents = string | Uint8Array | Iterable<string>

export function isWhole(contents: FileContents): contents is string | Uint8Array {
  return typeof contents === 'string' || contents instanceof Uint8Array
}

export function whole(contents: FileContents): string | Uint8Array {
  return isWhole(contents) ? contents : [...contents].join('')
}
