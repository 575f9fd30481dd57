import { keyFragment } from '../../model/hosted/sealed.ts'
import { ask, type Held, keyIn, type LeftMessage, type LookMessage } from './messages.ts'

/** Stands first in each decrypted page: holds the key in memory, since a browser ends a worker that has nothing to do. */
const { controller } = navigator.serviceWorker
const key = controller ? ask(controller, { wants: 'key' }).then(keyIn) : Promise.resolve(undefined)

navigator.serviceWorker.addEventListener('message', ({ data, ports: [port] }) => {
  if (data === ('gone' satisfies LeftMessage))
    location.reload() // the server leads on, with the slide behind "#"
  else void key.then((held) => port?.postMessage({ key: held } satisfies Held))
})
navigator.serviceWorker.startMessages()

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') controller?.postMessage('look' satisfies LookMessage)
})

if (location.hash.startsWith(`#${keyFragment}=`)) history.replaceState(null, '', location.pathname + location.search)
