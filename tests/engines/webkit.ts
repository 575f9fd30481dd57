import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clickInPage } from './in-page.ts'
import { type Engine, runner, type Seat, type Size } from './seat.ts'
import { watchedProblems } from './watched.ts'
import { answers, type Session, startSession } from './webdriver.ts'

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((found) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** A screen without a monitor, as large as the largest window and its frame; its name is what DISPLAY holds. */
function startScreen(): Promise<{ readonly name: string; readonly process: ChildProcess }> {
  const process = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '4096x2400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  return new Promise((started, failed) => {
    process.once('error', failed)
    process.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)))
    process.stdio[3]?.on('data', (part) => started({ name: `:${String(part).trim()}`, process }))
  })
}

/** Settings of a desktop whose user wants no motion. */
function stillDesktop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-webkit-'))
  mkdirSync(join(folder, 'gtk-3.0'))
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n')
  return folder
}

/** The size of the page's own window, which its frame is added to. */
async function innerSize(session: Session): Promise<Size> {
  const size = await session.execute('return [innerWidth, innerHeight]', [])
  const [width = 0, height = 0] = Array.isArray(size) ? size.map(Number) : []
  return { width, height }
}

/** A window of that size; narrower than the browser's buttons it is a frame in a window, which is said. */
async function openAt(session: Session, address: string, size: Size): Promise<'window' | 'frame'> {
  await session.go('about:blank')
  for (let tries = 0; tries < 100; tries++) {
    const { width, height } = await innerSize(session)
    if (width === size.width && height === size.height) {
      await session.go(address)
      return 'window'
    }
    if (width > size.width && height === size.height) break
    await session.grow({ width: size.width - width, height: size.height - height })
  }
  const frame = new URL('frame.html', address)
  frame.search = new URLSearchParams({ width: String(size.width), height: String(size.height) }).toString()
  await session.go(frame.href)
  await session.enter('iframe')
  return 'frame'
}

/** The driver does not find where things are in a frame: there the page itself clicks. */
function seatOf(session: Session, place: 'window' | 'frame'): Seat {
  const run = runner((expression) => session.execute(`return ${expression}`, []))
  return {
    run,
    press: session.press,
    click: async (selector) => (place === 'window' ? session.click(selector) : void (await run(clickInPage, selector))),
    problems: () => run(watchedProblems),
    close: session.end,
  }
}

/** WebKitGTK by its own driver, on a screen of its own. Each window is a browser of its own. */
export async function launchWebKit(binary: string): Promise<Engine> {
  const screen = await startScreen()
  const settings = stillDesktop()
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', ['-p', String(port)], {
    env: { ...process.env, DISPLAY: screen.name, GDK_BACKEND: 'x11', XDG_CONFIG_HOME: settings, NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${port}`
  while (driver.exitCode === null && !(await answers(address))) await new Promise((done) => setTimeout(done, 50))
  return {
    async open(page, size) {
      const session = await startSession(address, {
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        timeouts: { script: 60_000 },
      })
      return seatOf(session, await openAt(session, page, size))
    },
    async close() {
      driver.kill()
      screen.process.kill()
      rmSync(settings, { recursive: true, force: true })
    },
  }
}
