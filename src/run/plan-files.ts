/** Which files of what a user names are plans: found in folders, settings kept, chapters left to the plan they belong to. */
import {normalize} from 'node:path'
import {type ArchiveFiles, archiveFiles} from '../settings/files.ts'
import {chaptersAmong} from '../source/linked-pages.ts'

/** As `archiveFiles`; of a plan on several web pages only the first page is named, and reading it brings the others. */
export async function planFiles(paths: readonly string[]): Promise<ArchiveFiles> {
  const found = archiveFiles(paths)
  const chapters = await chaptersAmong(found.files.filter((path) => /\.html?$/i.test(path)))
  return chapters.size === 0 ? found : {...found, files: found.files.filter((path) => !chapters.has(normalize(path)))}
}
