/** Script of tie-out.html: hides the rows that the filters leave out, and counts the rest. The page reads without it. */
export const reportScript = `const form = document.querySelector('.filters')
const rows = [...document.querySelectorAll('#findings tbody tr')]
const has = (list, value) => value === '' || (list ?? '').split(' ').includes(value)

function filter() {
  const { verdict, rule, slide, metric, text } = Object.fromEntries(new FormData(form))
  const words = text.trim().toLowerCase()
  let shown = 0
  for (const row of rows) {
    const { dataset } = row
    const kept =
      has(dataset.verdict, verdict) &&
      has(dataset.rule, rule) &&
      has(dataset.slides, slide) &&
      has(dataset.metrics, metric) &&
      (words === '' || row.textContent.toLowerCase().includes(words))
    row.hidden = !kept
    if (kept) shown++
  }
  const output = form.querySelector('output')
  const values = { shown, count: rows.length }
  output.textContent = output.dataset.text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name])
}

form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
filter()
`

/** Style of tie-out.html: ink on white, one colour a verdict, never colour alone. */
export const reportStyle = `:root { color-scheme: light; font: 15px/1.5 Inter, 'Helvetica Neue', Arial, sans-serif; color: #0b1f33; background: #fff; accent-color: #0a5aa0 }
body { margin: 0 }
main { max-width: 110rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 4rem) 4rem; border-top: 6px solid #0a5aa0 }
h1 { margin: 0; font-size: 2.25rem; letter-spacing: -.02em; line-height: 1.15 }
h1 + p { margin: .25rem 0 0; color: #4a5b6b }
h2 { margin: 3rem 0 .75rem; font-size: 1.5rem; letter-spacing: -.01em }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.75rem 0 1.25rem; padding: 0; list-style: none }
.counts li { padding: .75rem 1rem .85rem; border-top: 3px solid currentColor; background: #eef2f6; color: #4a5b6b }
.counts b { display: block; color: #0b1f33; font-size: 2rem; font-variant-numeric: tabular-nums lining-nums; letter-spacing: -.02em; line-height: 1.2 }
details { margin: 0 0 1rem; color: #4a5b6b }
summary { cursor: pointer }
.filters { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: end; margin-top: 1rem; padding: .75rem 0; background: #fff; border-bottom: 2px solid #0b1f33 }
.filters label { display: grid; gap: .15rem; color: #4a5b6b; font-size: .8125rem }
.filters output { margin-left: auto; padding-bottom: .35rem; font-variant-numeric: tabular-nums }
select, input { width: 13rem; padding: .35rem .5rem; border: 1px solid #aab6c2; border-radius: .25rem; background: #fff; color: #0b1f33; font: inherit; font-size: .9375rem }
.wide { overflow-x: auto }
table { width: 100%; border-collapse: collapse }
th { color: #4a5b6b; font-size: .8125rem; font-weight: 600 }
th, td { padding: .7rem 1.25rem .75rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #d3dae1 }
#findings :is(th, td):nth-child(3) { min-width: 9rem; max-width: 13rem }
#findings :is(th, td):nth-child(4) { width: 36% }
#findings :is(th, td):nth-child(5) { width: 32% }
#findings :is(th, td):nth-child(6) { min-width: 9rem; padding-right: 0 }
#findings tbody tr:hover { background: #f5f8fb }
td p { margin: 0 0 .2rem; text-wrap: pretty }
td p:first-child { font-weight: 600 }
td ul { margin: 0; padding: 0; list-style: none }
td li + li { margin-top: .3rem }
td b { white-space: nowrap; font-variant-numeric: tabular-nums lining-nums }
code { display: inline-block; padding: .1rem .45rem; border-radius: .2rem; background: #eef2f6; font: .875rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-variant-numeric: tabular-nums }
small { font-size: .8125rem }
small, i { color: #4a5b6b }
i { font-style: normal }
td > small { overflow-wrap: break-word }
a { color: #0a5aa0; text-underline-offset: .2em }
abbr { text-decoration: underline dotted; text-underline-offset: .2em }
.verdict { white-space: nowrap }
.verdict span { padding: .15rem .5rem; border-radius: .2rem; background: #eef2f6; font-size: .8125rem; font-weight: 600 }
[data-verdict='ticked'] .verdict span, .counts [data-verdict='ticked'] { color: #0b5a2b; background: #e3f3e9 }
[data-verdict='rounding'] .verdict span, .counts [data-verdict='rounding'] { color: #0b5a2b; background: #eff6e6 }
[data-verdict='warning'] .verdict span, .counts [data-verdict='warning'] { color: #6b4300; background: #fdf0d0 }
[data-verdict='error'] .verdict span, .counts [data-verdict='error'] { color: #8c1410; background: #fde6e4 }
[data-verdict='waived'] .verdict span, .counts [data-verdict='waived'] { color: #4a2f78; background: #eee9f7 }
:focus-visible { outline: 3px solid #bf5412; outline-offset: 2px }
@media (max-width: 44rem) {
  .filters { position: static }
  .filters label, select, input { width: 100% }
  #findings thead { position: absolute; clip-path: inset(50%) }
  #findings tr { display: block; padding: .75rem 0; border-bottom: 1px solid #aab6c2 }
  #findings tr[hidden] { display: none }
  #findings tr > td { display: block; width: auto !important; max-width: none; padding: .15rem 0; border: 0; overflow-wrap: anywhere }
}
@media print { .filters { display: none } }
`
