/** What pages of an embargoed folder and its service worker say to each other; each message comes with a port for the answer. */
export type ToWorker = { readonly open: string } | { readonly wants: 'key' }

/** From a page that somebody looks at again: the worker may ask the server whether the deck is there still. */
export type LookMessage = 'look'

/** To each page: the folder holds no sealed deck any more. */
export type LeftMessage = 'gone'

/** Whether what was typed opens the folder: one answer for all that does not. */
export type Opening = 'opened' | 'wrong' | 'unreachable' | 'gone'

/** The key of a page that has it, for a worker that was ended meanwhile. */
export type Held = { readonly key: Uint8Array<ArrayBuffer> | undefined }

interface Receiver {
  postMessage(message: unknown, ports: Transferable[]): void
}

/** Says something and waits for the answer; undefined where none comes in time. */
export const ask = (to: Receiver, message: unknown, milliseconds?: number): Promise<unknown> =>
  new Promise((answered) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => answered(data)
    if (milliseconds !== undefined) setTimeout(() => answered(undefined), milliseconds)
    to.postMessage(message, [port2])
  })

/** The key in an answer; undefined where that has none. */
export const keyIn = (answer: unknown): Uint8Array<ArrayBuffer> | undefined => {
  const key = typeof answer === 'object' && answer !== null && 'key' in answer ? answer.key : undefined
  return key instanceof Uint8Array ? new Uint8Array(key) : undefined
}
