/** What runs on the second thread: pages of a document, from the last towards the first, until they are all claimed. */
import {parentPort, workerData} from 'node:worker_threads'
import {packed} from './packed-page.ts'
import {pageReader} from './pages.ts'
import {openPdf, useCode} from './pdfium.ts'
import {claimPage, type Share, type ShareAnswer} from './second-thread.ts'

useCode(workerData as WebAssembly.Module)

const answer = (message: ShareAnswer, handedOver: ArrayBuffer[] = []) => parentPort?.postMessage(message, handedOver)

// A throw ends the thread, and what it has not answered is read by the other: there a fault shows as it does without this.
parentPort?.on('message', async ({bytes, last, claims}: Share) => {
  const pdf = await openPdf(bytes)
  const read = pageReader(pdf, bytes)
  for (let number = last; number > 0 && claimPage(claims, number); number -= 1) {
    const page = packed(await read(number))
    answer({read: page}, [page.numbers.buffer])
  }
  pdf.close()
  answer({done: true})
})
