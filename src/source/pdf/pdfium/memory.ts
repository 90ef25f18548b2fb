/** PDFium's C functions as WebAssembly exports them, and strings to and from its memory. */

/** The WebAssembly module: PDFium's C functions (fpdfview.h and its neighbours) over one growing memory. */
export interface Wasm {
  readonly [name: `_FPDF${string}`]: (...args: number[]) => number
  readonly HEAPU8: Uint8Array
  readonly HEAP32: Int32Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
  readonly wasmExports: {malloc(size: number): number; free(at: number): void}
}

/** An open document: close it when done. `scratch` is 64 bytes for results that C hands back by address. */
export interface OpenPdf {
  wasm: Wasm
  doc: number
  scratch: number
  pages: number
  close(): void
}

/** Text asked of PDFium in one piece at most, bytes. */
const maxString = 100_000

/** Bytes of scratch memory, enough for the names of roles. */
const scratchSize = 64

/** A UTF-16 string from a function that tells its length in bytes (with the closing NUL) and fills a buffer that is long enough. */
export function utf16({wasm, scratch}: OpenPdf, read: (at: number, size: number) => number): string {
  const size = Math.min(read(scratch, scratchSize), maxString)
  if (size <= 2) return ''
  if (size <= scratchSize) {
    const [bytes, end] = [wasm.HEAPU8, scratch + size - 2]
    let text = ''
    for (let at = scratch; at < end; at += 2) text += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8))
    return text
  }
  const at = wasm.wasmExports.malloc(size)
  read(at, size)
  const text = Buffer.from(wasm.HEAPU8.buffer, at, size - 2).toString('utf16le')
  wasm.wasmExports.free(at)
  return text
}

/** Calls with the address of a NUL-ended name. */
export function withName({wasm}: OpenPdf, name: string, call: (at: number) => number): number {
  const at = wasm.wasmExports.malloc(name.length + 1)
  wasm.HEAPU8.set(Buffer.from(`${name}\0`, 'latin1'), at)
  const result = call(at)
  wasm.wasmExports.free(at)
  return result
}
