import { keyFragment } from '../../model/hosted/sealed.ts'
import { ask, type Held, keyIn } from './messages.ts'

/** Stands first in each decrypted page: holds the key in memory, since a browser ends a worker that has nothing to do. */
const { controller } = navigator.serviceWorker
const key = controller ? ask(controller, { wants: 'key' }).then(keyIn) : Promise.resolve(undefined)

navigator.serviceWorker.addEventListener('message', ({ ports: [port] }) => {
  void key.then((held) => port?.postMessage({ key: held } satisfies Held))
})
navigator.serviceWorker.startMessages()

if (location.hash.startsWith(`#${keyFragment}=`)) history.replaceState(null, '', location.pathname + location.search)
