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
  form.querySelector('output').textContent = shown + ' of ' + rows.length + ' findings'
}

form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
filter()
`

/** Style of tie-out.html: black on white, one colour a verdict, never colour alone. */
export const reportStyle = `:root { color-scheme: light; font: 15px/1.45 system-ui, sans-serif; color: #1a1f29; background: #fff }
body { margin: 0 }
main { padding: 1.5rem clamp(1rem, 3vw, 3rem) }
h1 { margin: 0 0 .25rem }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none }
.counts li { padding: .35rem .75rem; border-radius: .35rem; background: #e8ecf1 }
.counts b { font-size: 1.25rem; font-variant-numeric: tabular-nums }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .75rem 0; background: #fff; border-bottom: 1px solid #c9ced6 }
select, input { max-width: 16rem; font: inherit }
.wide { overflow-x: auto }
table { width: 100%; border-collapse: collapse }
th, td { padding: .45rem .75rem .45rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e2e6ec }
td p { margin: 0 }
td ul { margin: 0; padding-left: 1rem }
code { font: .9em ui-monospace, monospace; font-variant-numeric: tabular-nums }
small, i { color: #4d5665 }
a { color: #0b4f9c }
.verdict { white-space: nowrap }
.verdict span { padding: .1rem .45rem; border-radius: .25rem; background: #e8ecf1 }
[data-verdict='ticked'] .verdict span, .counts [data-verdict='ticked'] { color: #0b5a2b; background: #e1f3e7 }
[data-verdict='rounding'] .verdict span, .counts [data-verdict='rounding'] { color: #0b5a2b; background: #eef6e4 }
[data-verdict='warning'] .verdict span, .counts [data-verdict='warning'] { color: #6b4300; background: #fdf0d0 }
[data-verdict='error'] .verdict span, .counts [data-verdict='error'] { color: #8c1410; background: #fde3e1 }
[data-verdict='waived'] .verdict span, .counts [data-verdict='waived'] { color: #4a2f78; background: #ece6f6 }
:focus-visible { outline: 3px solid #0b4f9c; outline-offset: 2px }
@media (max-width: 44rem) {
  .filters { position: static }
  #findings thead { position: absolute; clip-path: inset(50%) }
  #findings tr { display: block; padding: .75rem 0; border-bottom: 1px solid #c9ced6 }
  #findings tr[hidden] { display: none }
  #findings td { display: block; padding: .15rem 0; border: 0; overflow-wrap: anywhere }
}
@media print { .filters { display: none } }
`
