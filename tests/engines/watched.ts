declare global {
  interface Window {
    walkProblems?: string[]
  }
}

/** A script for the head of a page, for a driver that cannot listen: keeps what a console would show. */
export const watchScript = `
const problems = (window.walkProblems = [])
addEventListener('error', (event) => problems.push(event.message ?? 'missing: ' + (event.target.src ?? event.target.href)), true)
addEventListener('unhandledrejection', (event) => problems.push('rejected: ' + event.reason))
addEventListener('securitypolicyviolation', (event) => problems.push('blocked: ' + event.blockedURI + ' by ' + event.violatedDirective))
const write = console.error
console.error = (...parts) => {
  problems.push('console: ' + parts.join(' '))
  write.apply(console, parts)
}
`

/** What is told of a page that the script is not in. */
export const unwatched = 'the page is not watched'

/** What that script has kept; runs in the page, so it can name nothing outside itself. */
export const watchedProblems = (): string[] => window.walkProblems ?? ['the page is not watched']

/** A page around the deck's, for windows narrower than a browser can be. */
export const framePage = `<!doctype html><title>Frame</title><style>body{margin:0}iframe{border:0}</style><script src="frame.js"></script>`
export const frameScript = `
const asked = new URLSearchParams(location.search)
addEventListener('DOMContentLoaded', () => {
  const frame = document.createElement('iframe')
  frame.width = asked.get('width')
  frame.height = asked.get('height')
  frame.src = './'
  document.body.append(frame)
})
`
