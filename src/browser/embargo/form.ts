import { keyFragment, plainSecret, sealedNames } from '../../model/hosted/sealed.ts'
import { ask } from './messages.ts'

/** Starts the page of an embargoed folder: asks for the passphrase, or takes the key out of the address, and gives it to the worker. */
async function start(form: HTMLFormElement): Promise<void> {
  const [, key] = new RegExp(`^#${keyFragment}=([\\w-]+)$`).exec(location.hash) ?? []
  if (key !== undefined) history.replaceState(null, '', location.pathname + location.search)
  if (!isSecureContext) return say('insecure')
  const worker = await startedWorker().catch(() => undefined)
  if (!worker) return say('unsupported')
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = new FormData(form).get('passphrase')
    void open(form, worker, plainSecret(typeof typed === 'string' ? typed : ''))
  })
  if (key !== undefined) await open(form, worker, key)
}

async function startedWorker(): Promise<ServiceWorker | null> {
  await navigator.serviceWorker.register(sealedNames.worker)
  navigator.serviceWorker.addEventListener('message', ({ ports: [port] }) => port?.postMessage({})) // this page holds no key
  navigator.serviceWorker.startMessages()
  return (await navigator.serviceWorker.ready).active
}

async function open(form: HTMLFormElement, worker: ServiceWorker, secret: string): Promise<void> {
  say('opening')
  form.inert = true
  const opening = await ask(worker, { open: secret })
  if (opening === 'opened' || opening === 'gone') return location.reload() // now the worker answers, or what the server has
  form.inert = false
  say(opening === 'wrong' ? 'wrong' : 'unreachable')
}

/** Shows one of the texts of the page. */
function say(name: string): void {
  for (const text of document.querySelectorAll<HTMLElement>('[data-say]')) text.hidden = text.dataset.say !== name
}

const form = document.querySelector('form')
if (form) void start(form)
