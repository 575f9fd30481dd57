interface Failure {
  readonly error: string
  readonly message: string
}

const isFailure = (value: unknown): value is Failure => typeof value === 'object' && value !== null && 'error' in value

/** The name of a reference to an element, by the standard. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** A window that a driver holds: the part of W3C WebDriver that walks need. */
export interface Session {
  go(address: string): Promise<void>
  /** Runs the body of a function, with what it promises. */
  execute(body: string, args: readonly unknown[]): Promise<unknown>
  press(key: string): Promise<void>
  click(selector: string): Promise<void>
  /** Goes on in the frame that a selector finds. */
  enter(selector: string): Promise<void>
  /** Makes the window larger by so many pixels. */
  grow(by: { readonly width: number; readonly height: number }): Promise<void>
  end(): Promise<void>
}

const namedKeys: Readonly<Record<string, string>> = {
  Escape: '\uE00C',
  Enter: '\uE007',
  Home: '\uE011',
  PageDown: '\uE00F',
  ArrowRight: '\uE014',
}

async function send(address: string, method: 'POST' | 'GET' | 'DELETE', body?: object): Promise<unknown> {
  const answer = await fetch(address, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
  const { value }: { value: unknown } = await answer.json()
  if (isFailure(value)) throw new Error(`${method} ${address}: ${value.error}: ${value.message}`)
  return value
}

/** Whether a driver answers at an address. */
export const answers = (driver: string): Promise<boolean> =>
  send(`${driver}/status`, 'GET').then(
    () => true,
    () => false,
  )

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

/** Starts a browser by its driver. */
export async function startSession(driver: string, capabilities: object): Promise<Session> {
  const started = await send(`${driver}/session`, 'POST', { capabilities: { alwaysMatch: capabilities } })
  const base = `${driver}/session/${String(fieldOf(started, 'sessionId'))}`
  const post = (path: string, body: object = {}): Promise<unknown> => send(`${base}${path}`, 'POST', body)
  const find = async (value: string): Promise<string> =>
    String(fieldOf(await post('/element', { using: 'css selector', value }), elementKey))
  return {
    go: async (url) => void (await post('/url', { url })),
    execute: (script, args) => post('/execute/sync', { script, args }),
    async press(key) {
      const value = namedKeys[key] ?? key
      const strokes = ['keyDown', 'keyUp'].map((type) => ({ type, value }))
      await post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions: strokes }] })
    },
    click: async (selector) => void (await post(`/element/${await find(selector)}/click`)),
    enter: async (selector) => void (await post('/frame', { id: { [elementKey]: await find(selector) } })),
    async grow({ width, height }) {
      const now = await send(`${base}/window/rect`, 'GET')
      const [w, h] = [Number(fieldOf(now, 'width')), Number(fieldOf(now, 'height'))]
      await post('/window/rect', { width: w + width, height: h + height })
    },
    end: async () => void (await send(base, 'DELETE')),
  }
}
