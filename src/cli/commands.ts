import { build } from './build.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { compare } from './compare.ts'
import { databook, handouts, offline, pdf, pictures, pptx } from './handouts.ts'
import { importFile } from './import.ts'
import { inspect } from './inspect.ts'
import { keys } from './keys.ts'
import { create } from './new.ts'
import { preview } from './preview.ts'
import { release } from './release.ts'
import { roll } from './roll.ts'
import { site } from './site.ts'
import { start } from './start.ts'
import { upgrade } from './upgrade.ts'
import { venue } from './venue.ts'
import { verify } from './verify.ts'
import { where } from './where.ts'

/** Every command; its file carries its name. */
export const commands: Readonly<Record<string, Command>> = {
  start,
  build,
  check,
  inspect,
  compare,
  where,
  handouts,
  databook,
  pptx,
  offline,
  pdf,
  pictures,
  venue,
  preview,
  site,
  release,
  verify,
  keys,
  upgrade,
  roll,
  import: importFile,
  new: create,
}
