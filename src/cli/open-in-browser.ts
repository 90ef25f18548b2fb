import {spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'

/**
 * The system's own command that shows a file in the user's browser. No shell is between, so a path may hold any character;
 * Windows is given an address, as its handler takes no bare path with spaces.
 */
export function openerOf(platform: NodeJS.Platform, path: string): [command: string, args: string[]] {
  if (platform === 'win32')
    return ['rundll32.exe', ['url.dll,FileProtocolHandler', pathToFileURL(path, {windows: true}).href]]
  return platform === 'darwin' ? ['open', [path]] : ['xdg-open', [path]]
}

/** Milliseconds after which an opener that has not failed counts as having opened: some stay until the browser closes. */
const patience = 3000

/** Shows the file; false where the system has no such command or it fails. */
export function openInBrowser(path: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  const [command, args] = openerOf(platform, path)
  return new Promise((resolve) => {
    const child = spawn(command, args, {detached: true, stdio: 'ignore'})
    const waiting = setTimeout(() => resolve(true), patience)
    const settle = (opened: boolean) => {
      clearTimeout(waiting)
      resolve(opened)
    }
    child.once('error', () => settle(false))
    child.once('exit', (code) => settle(code === 0))
    child.unref()
  })
}
