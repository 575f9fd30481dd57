import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { Embargoed, EmbargoRequest } from '../site/embargo/embargo.ts'
import type { Secret } from '../site/embargo/sealed-blob.ts'
import { type Call, text, UsageError, type World } from './command.ts'
import { filedPassphrase } from './secrets.ts'

/** What seals the deck: made here, unless a file holds a passphrase as strong. */
async function sealingSecret(call: Call, world: World): Promise<Secret & { readonly isMade: boolean }> {
  const { newAddressKey, newPassphrase, passphraseFault } = await import('../site/embargo/secret.ts')
  const { plainSecret } = await import('../model/hosted/sealed.ts')
  const filed = filedPassphrase(call, world)
  if (call.flags['fragment-key'] === true) return { kind: 'key', text: newAddressKey(randomBytes), isMade: true }
  if (filed === undefined) return { kind: 'passphrase', text: newPassphrase(randomBytes), isMade: true }
  const fault = passphraseFault(filed)
  if (fault !== undefined) throw new UsageError(`invalid passphrase: ${fault}`)
  return { kind: 'passphrase', text: plainSecret(filed), isMade: false }
}

/** Throws for options that say nothing of an embargo, and for those of an embargo without one. */
export function refuseEmbargoMixtures(call: Call): void {
  const isEmbargo = call.flags.embargo === true
  const [own] = ['passphrase-file', 'fragment-key'].filter((name) => call.flags[name] !== undefined)
  if (!isEmbargo && own !== undefined) throw new UsageError(`--${own} belongs to --embargo`)
  const [other] = ['correct', 'withdraw'].filter((name) => call.flags[name] !== undefined)
  if (isEmbargo && other !== undefined) throw new UsageError(`--embargo publishes a new deck: leave out --${other}`)
  if (text(call, 'passphrase-file') !== undefined && call.flags['fragment-key'] === true)
    throw new UsageError('--fragment-key makes a key of its own: leave out --passphrase-file')
}

/** Publishes the deck sealed, and prints once what opens it. Gives the exit code. */
export async function embargoDeck(
  call: Call,
  world: World,
  request: Omit<EmbargoRequest, 'secret' | 'random' | 'correct'>,
): Promise<number> {
  const [{ embargo }, { readDeckPlace }, { palette, reportText }] = await Promise.all([
    import('../site/embargo/embargo.ts'),
    import('../site/deck-place.ts'),
    import('../project/report.ts'),
  ])
  const secret = await sealingSecret(call, world)
  const { build, sealed } = await embargo(
    { ...request, secret, random: randomBytes },
    readDeckPlace(call.root),
  ).finally(() => world.progress?.(''))
  if (call.flags.json === true) {
    const { kind, text: opens } = secret
    const { deck, digest, path, base } = sealed ?? {}
    const said = deck && { id: deck.id, slides: deck.slides.length, digest, path, base, [kind]: opens }
    world.print(JSON.stringify({ to: request.to, deck: said ?? null, diagnostics: build.diagnostics }, null, 2))
    return sealed ? 0 : 1
  }
  const report = reportText(build, palette(world.colors))
  if (report) world.printError(report)
  if (sealed) {
    printSealed(sealed, secret, request.to, world)
    await printOthers(request.to, sealed.path, world)
  }
  return sealed ? 0 : 1
}

/** Says what else is sealed, which may be the same deck: only its own passphrase tells. */
async function printOthers(to: string, path: string, { print }: World): Promise<void> {
  const { sealedDecks } = await import('../site/embargo/withdraw-sealed.ts')
  for (const other of sealedDecks(to).filter((one) => one.path !== path))
    print(
      `also under embargo, since ${other.since}: ${other.path}; if that is this deck, its release leaves it sealed: site --withdraw ${other.path} takes it away`,
    )
}

function printSealed(
  { deck, digest, path, base }: NonNullable<Embargoed['sealed']>,
  { kind, text: secret, isMade }: Secret & { readonly isMade: boolean },
  to: string,
  { print }: World,
): void {
  const address = `${base ?? `${basename(to)}/`}${path}`
  print(
    `embargoed ${deck.slides.length} slide${deck.slides.length === 1 ? '' : 's'}: ${address}${kind === 'key' ? `#k=${secret}` : ''}`,
  )
  if (kind === 'passphrase' && isMade) print(`passphrase, printed this once: ${secret}`)
  if (kind === 'key') print('the address opens it to everybody who has it, and is printed this once')
  print(`digest, for data/approvals.yaml and release --approved: ${digest}`)
}
