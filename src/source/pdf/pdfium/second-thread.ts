/**
 * A second thread for one long PDF: it reads pages from the last towards the first, with a PDFium of its own, until it meets
 * the thread that reads them from the first. One stands ready for the next file for a while, and keeps no process alive.
 */
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import type {ReadOptions} from '../../types.ts'
import {type PackedPage, unpacked} from './packed-page.ts'
import type {ReadPage} from './pages.ts'

/** What the thread is sent: a document, and what is shared with it of who reads which page. */
export interface Share {
  bytes: Uint8Array
  last: number
  claims: Uint8Array
}

/** What it answers: a page that it has read, or that it is done. */
export type ShareAnswer = {read: PackedPage} | {done: true}

/** The reading of the second thread. */
export interface Beside {
  /** What it has read so far, by the number of the page. */
  pages: ReadonlyMap<number, ReadPage>
  /** True when the page is ours to read; false when it, and so all after it, are the other's. */
  claim(number: number): boolean
  /** Waits until it has read what it claimed, or failed in it. @throws the signal's reason */
  end(signal: AbortSignal | undefined): Promise<void>
  /** No page more is wanted of it. */
  close(): void
}

/** Pages from which the second thread spares time: where one stands ready, and where it is yet to start, which takes about 150 ms. */
const leastPages = {ready: 6, new: 24}
/** What so many bytes hold is pictures, and the second thread needs a copy of them. */
const mostBytes = 64 << 20
/** The thread takes about 130 MB; 1,500 pages take 600 MB without it. */
const mostPages = 1_000
/** Milliseconds that the thread waits for another file. */
const idle = 5_000
/** Megabytes that it fills before it tidies up its newest objects. */
const youngMegabytes = 32

const ownModule = new URL(`./second-thread-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

let standing: Worker | undefined
let isBusy = false
let leaving: NodeJS.Timeout | undefined

/** Page 1 is ours from the start. */
export function claimPage(claims: Uint8Array, number: number): boolean {
  return Atomics.compareExchange(claims, number, 0, 1) === 0
}

/** Undefined where one thread is all that is wanted, or there is no other, or it is busy with another file. */
export function readBeside(
  code: WebAssembly.Module,
  bytes: Uint8Array,
  last: number,
  {threads = availableParallelism(), onPage}: Pick<ReadOptions, 'threads' | 'onPage'>
): Beside | undefined {
  if (threads < 2 || isBusy || last < leastPages[standing ? 'ready' : 'new']) return undefined
  if (last > mostPages || bytes.length > mostBytes) return undefined
  const worker = started(code)
  const claims = new Uint8Array(new SharedArrayBuffer(last + 1))
  const pages = new Map<number, ReadPage>()
  const ended = new Promise<void>((end) => {
    const heard = (answer: ShareAnswer) => {
      if ('done' in answer) return stop()
      const read = unpacked(answer.read)
      pages.set(read.page.number, read)
      onPage?.(read.page)
    }
    const stop = () => {
      worker.off('message', heard).off('exit', stop)
      if (standing === worker) rest(worker)
      end()
    }
    worker.on('message', heard).on('exit', stop)
  })
  isBusy = true
  clearTimeout(leaving)
  // A buffer may be a small part of a large one, all of which would be sent.
  const copy = new Uint8Array(bytes)
  worker.postMessage({bytes: copy, last, claims} satisfies Share, [copy.buffer])
  return {
    pages,
    claim: (number) => claimPage(claims, number),
    async end(signal) {
      worker.ref()
      try {
        await unlessAborted(ended, signal)
      } catch (cause) {
        leave(worker)
        throw cause
      } finally {
        worker.unref()
      }
    },
    close: () => void claims.fill(1)
  }
}

function started(code: WebAssembly.Module): Worker {
  if (standing) return standing
  // What it complains of shows in the pages that are missing; they are read here, and complained of here.
  const resourceLimits = {maxYoungGenerationSizeMb: youngMegabytes}
  const worker = new Worker(ownModule, {workerData: code, stdout: true, stderr: true, resourceLimits})
  worker.unref()
  worker.on('error', () => {})
  worker.on('exit', () => {
    if (standing !== worker) return
    standing = undefined
    isBusy = false
  })
  standing = worker
  return worker
}

function rest(worker: Worker): void {
  isBusy = false
  leaving = setTimeout(() => leave(worker), idle).unref()
}

function leave(worker: Worker): void {
  if (standing === worker) {
    standing = undefined
    isBusy = false
  }
  void worker.terminate()
}

async function unlessAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work
  signal.throwIfAborted()
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, {once: true})
  })
  await Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop))
}
