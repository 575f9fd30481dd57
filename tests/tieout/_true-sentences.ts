/** Sentences that are true of a deck, in the words of those who write such decks, by what docs/authoring.md offers. */

export const ofKelpworks = `
Sales rose {{growth "sales" "Q"}} to {{figure "sales" "Q"}}
Sales reached {{figure "sales" "Q"}} in {{period "Q"}}, {{change "sales" "Q"}}
Fresh kelp brought in {{figure "sales.fresh" "Q"}}, dried kelp {{figure "sales.dried" "Q"}}
Fresh kelp grew {{growth "sales.fresh" "Q"}} on the year
Dried kelp shrank by {{growth "sales.dried" "Q"}}
Operating profit was {{figure "profit" "Q"}}, after a loss of {{figure "profit" "Q-4" form="magnitude"}} a year earlier
We are back in profit: {{figure "profit" "Q"}} against {{figure "profit" "Q-4"}}
Operating profit is back to profit, a year after a loss
Operating margin came to {{figure "margin" "Q" decimals=1}}
Profit was {{share "profit" of="sales" "Q"}} of sales
Fresh kelp makes up {{share "sales.fresh" of="sales" "Q"}} of sales
Most of our sales are fresh kelp
The second quarter brought sales of {{figure "sales" "Q"}}
In the second quarter we sold {{figure "sales.fresh" "Q"}} of fresh kelp
Quarter on quarter, sales were {{change "sales" "Q" vs="Q-1" comparator=false}}
Compared with the first quarter, fresh kelp was {{change "sales.fresh" "Q" vs="Q-1" comparator=false}}
Dried kelp slipped from {{figure "sales.dried" "Q-1"}} to {{figure "sales.dried" "Q"}}
Fresh kelp climbed from {{figure "sales.fresh" "Q-4"}} to {{figure "sales.fresh" "Q"}} within a year
We expect an operating profit of {{figure "profit" "FY" scenario="guidance"}} for {{period "FY"}}
Guidance for {{period "FY"}}: operating profit of {{figure "profit" "FY" scenario="guidance"}}
Our outlook is unchanged at {{figure "profit" "FY" scenario="guidance"}}
For the full year we look for profit between {{figure "profit" "FY" scenario="guidance"}}
We ran {{figure "farms" "2024-09-30"}} at the end of September
We opened {{difference "farms" "2024-09-30" vs="2023-09-30" form="magnitude"}} new farms within a year
Farms: {{figure "farms" "2024-09-30"}}, {{difference "farms" "2024-09-30" vs="2023-09-30"}}
Fresh kelp outgrew dried kelp
Fresh kelp led growth
Growth was led by fresh kelp
Fresh kelp grew faster than sales
More kelp, less drying: {{figure "sales.fresh" "Q"}} fresh, {{figure "sales.dried" "Q"}} dried
Where did sales of {{figure "sales" "Q"}} come from?
Each pound of sales left us {{figure "margin" "Q" decimals=1}} of profit
A year ago we lost {{figure "profit" "Q-4" form="magnitude"}}; now we earn {{figure "profit" "Q"}}
Fresh kelp is more than three quarters of sales
Dried kelp is a smaller business each quarter: {{figure "sales.dried" "Q"}} this time
The mood is good and the water is cold
Our first farm opened in 2019, our third in 2024
We sell under the EU organic label and follow ISO 22000
Dried kelp weakened, fresh kelp more than made up for it
Operating profit of {{figure "profit" "Q"}} is {{difference "profit" "Q" vs="Q-1"}}
Our farms employ local people; the third one opened this summer
Sales of {{figure "sales" "Q"}} and a profit of {{figure "profit" "Q"}}
`

export const ofAlba = `
Umsatz rose {{growth "umsatz" "H"}} to {{figure "umsatz" "H"}}
Umsatz was {{figure "umsatz" "H"}} in {{period "H"}} ({{change "umsatz" "H"}})
In the first half Umsatz came to {{figure "umsatz" "H"}}
Umsatz of the first half of 2024: {{figure "umsatz" "H"}}
Ergebnis turned from {{figure "ergebnis" "H-2"}} to {{figure "ergebnis" "H"}}
We made {{figure "ergebnis" "H"}} after losing {{figure "ergebnis" "H-2" form="magnitude"}} a year earlier
A loss of {{figure "ergebnis" "H-2" form="magnitude"}} became a profit of {{figure "ergebnis" "H"}}
Umsatz dipped {{change "umsatz" "H" vs="H-1" comparator=false}} from the second half of 2023
Against the second half, Umsatz was {{change "umsatz" "H" vs="H-1" comparator=false}}
Schulden came down to {{figure "schulden" "H"}}
Schulden fell from {{figure "schulden" "H-2"}} to {{figure "schulden" "H"}}
We owe {{figure "schulden" "H"}}, less than a year ago
Ergebnis was {{share "ergebnis" of="umsatz" "H"}} of Umsatz
Every hundred francs of Umsatz left {{share "ergebnis" of="umsatz" "H"}}
Umsatz grew while Schulden fell
{{figure "ergebnis" "H"}} of Ergebnis on {{figure "umsatz" "H"}} of Umsatz
The year began well: Umsatz {{change "umsatz" "H"}}
Water is a slow business, and we like it so
Ergebnis improved by {{difference "ergebnis" "H" form="magnitude"}}
Our plants follow DIN 2000 and the law of 1983
`

export const ofReference = `
Total revenues grew {{growth "revenue.total" "FY"}} to {{figure "revenue.total" "FY"}}
Total revenues of {{figure "revenue.total" "FY"}} were a record
Revenues came in at {{figure "revenue.total" "FY"}} in {{period "FY"}}
Recurring revenues rose {{growth "revenue.recurring" "FY"}}, one-time revenue fell {{growth "revenue.one-time" "FY"}}
Recurring revenues are more than three quarters of total revenues
Recurring revenues led growth
One-time revenue led the decline
Recurring revenues grew faster than total revenues
Total costs grew faster than total revenues
Operating income fell to {{figure "income.operating" "FY"}} from {{figure "income.operating" "FY-1"}}
Operating income, at {{figure "income.operating" "FY"}}, was down {{growth "income.operating" "FY"}}
Operating income missed the first target
Operating income of {{figure "income.operating" "FY"}} was below our initial target
Net income was {{figure "income.net" "FY"}}, a fall of {{growth "income.net" "FY"}}
Net income dropped by {{growth "income.net" "FY"}} as taxes returned to normal
We lost {{figure "income.net" "3Q08" form="magnitude"}} in {{period "3Q08"}}
A small net loss of {{figure "income.net" "3Q08" form="magnitude"}} in the third quarter was followed by net income of {{figure "income.net" "Q"}}
Net income was back to profit in {{period "Q"}}
In the fourth quarter, net income was {{figure "income.net" "Q"}}
SG&A/R&D rose to {{figure "sga" "FY"}}
Spending on SG&A/R&D was up to {{figure "sga" "FY"}} after {{figure "sga" "FY-1"}}
Gross margin slipped to {{figure "gross.total" "FY"}}
Cost discipline kept total costs at {{figure "cost.total" "FY"}}
Personnel costs increased {{growth "personnel.cost" "FY"}}
Our people cost us {{figure "personnel.cost" "FY"}}
Operations generated {{figure "cash.operating" "FY"}} of cash
Investing activities used {{figure "cash.investing" "FY" form="magnitude"}}
Financing took {{figure "cash.financing" "FY" form="magnitude"}}, mostly repayments of debt
An outflow of {{figure "cash.financing" "FY" form="magnitude"}} went to lenders and lessors
Cash declined by {{figure "cash.change" "FY" form="magnitude"}} over the year
We expect total revenues of {{figure "revenue.total" "FY+1" scenario="target"}} in {{period "FY+1"}}
For {{period "FY+1"}} we target operating income of {{figure "income.operating" "FY+1" scenario="target"}}
Net income should recover to {{figure "income.net" "FY+1" scenario="target"}} in {{period "FY+1"}}
The target for {{period "FY+1"}} is {{figure "revenue.total" "FY+1" scenario="target"}}, {{change "revenue.total" "FY+1" scenario="target"}}
Next year we plan to spend {{figure "capex.current-business" "FY+1" scenario="target"}} on the network
We paid dividends of {{figure "share.dividends-paid" "FY"}}
The dividend per share rose to {{figure "share.dividend" "FY"}}
We hired {{figure "personnel.new-graduates" "FY"}}, and have {{figure "personnel.employees" "Q"}} in all
New graduates: {{figure "personnel.new-graduates" "FY"}}
Total revenues have grown {{cagr "revenue.total" from="FY05" to="FY08"}} a year since {{period "FY05"}}
Total revenues rose for three consecutive years
Total revenues rose four per cent
Operating income fell by more than a third, {{growth "income.operating" "FY"}}
Total revenues approached seventy billion yen
The new businesses lost {{figure "new.loss" "FY"}}, as planned
The operating loss from 4 new subsidiaries widened to {{figure "new.loss" "FY"}}
Without the new subsidiaries, margins of the fourth quarter were {{figure "margin.current" "Q"}}
The effective tax came to {{figure "tax.total" "FY"}}, after a benefit of {{figure "tax.total" "FY-1" form="magnitude"}}
In {{period "FY-1"}} a tax benefit of {{figure "tax.total" "FY-1" form="magnitude"}} had lifted net income
Income before income tax was {{figure "income.pretax" "FY"}}, less than half of {{figure "income.pretax" "FY-1"}}
Last year we earned {{figure "income.operating" "FY-1"}} from operations
Recurring revenues were {{figure "revenue.recurring" "Q"}} in the fourth quarter, {{change "revenue.recurring" "Q" vs="Q-1"}}
In the first half total revenues had been {{figure "revenue.total" "H1"}}
Revenues of the first half of fiscal 2008: {{figure "revenue.total" "H1"}}
Fiscal 2008 brought total revenues of {{figure "revenue.total" "FY"}}
Home connectivity revenue edged up to {{figure "revenue.connectivity.home" "Q"}}
Revenues related to hi-ho jumped to {{figure "revenue.hi-ho" "FY"}} from {{figure "revenue.hi-ho" "FY-1"}}
Impairment losses on equity securities weighed {{figure "loss.impairment" "FY"}} on the result
About {{figure "personnel.engineers-share" "FY"}} of our people are engineers
We outsource less: {{figure "personnel.si-outsourcing" "Q"}} against {{figure "personnel.si-outsourcing" "Q-1"}} a quarter ago
Systems operation and maintenance grew {{growth "revenue.si.operation" "FY"}}
Connectivity and outsourcing services added {{difference "revenue.connectivity-outsourcing" "FY" form="magnitude"}}
IPv6, MPLS and [[10G]] links are in service; so is IEEE 802.11n
Founded in 1992, listed on NASDAQ in 1999 and on Mothers in 2005
We have traded under Rule 12g3-2(b) and file Form 20-F
The share of the largest client is {{figure "clients.largest-share" "FY"}}
Recurring revenues: {{figure "revenue.recurring" "FY"}} ({{share "revenue.recurring" of="revenue.total" "FY"}} of the total)
From total revenues of {{figure "revenue.total" "FY"}} we kept {{figure "income.net" "FY"}}
Costs took {{figure "cost.total" "FY"}} of every year's {{figure "revenue.total" "FY"}}
One-time revenue declined because two large projects had ended the year before
The margin fell to {{figure "margin.operating" "Q"}} in the fourth quarter, from {{figure "margin.operating" "Q-4"}}
Order intake is healthy, and we will keep hiring
Net income beat neither the target nor last year's
We cut our targets twice during the year, then met neither
Growth continued in every year since {{period "FY05"}}
Revenue up, profit down: {{figure "revenue.total" "FY"}} and {{figure "income.operating" "FY"}}
The first quarter is always the weakest for systems construction
All in all, a hard year after five good ones
`

export const ofLindqvist = `
Total revenue grew {{growth "revenue.total" "H"}} to {{figure "revenue.total" "H"}}
Revenue reached {{figure "revenue.total" "H"}} in {{period "H"}}, {{change "revenue.total" "H"}}
Fibre led the way with growth of {{growth "revenue.fibre" "H"}}
Hardware declined by {{growth "revenue.hardware" "H"}}, as expected
Mobile and services grew by {{growth "revenue.mobile" "H"}} and {{growth "revenue.services" "H"}}
Gross profit came to {{figure "gross" "H"}}, and operating profit to {{figure "ebit" "H"}}
After a loss of {{figure "ebit" "H-2" form="magnitude"}} a year ago, operating profit was {{figure "ebit" "H"}}
EBIT swung from a loss of {{figure "ebit" "H-2" form="magnitude"}} to {{figure "ebit" "H"}}
Operating margin was {{figure "margin.ebit" "H" decimals=1}}
We earned {{figure "net" "H"}} after tax
Net profit rose to {{figure "net" "H"}}
Net profit of {{figure "net" "H"}} compares with a loss of {{figure "net" "H-2" form="magnitude"}} in {{period "H-2"}}
SG&A fell to {{figure "sga" "H"}} from {{figure "sga" "H-2"}}
Fibre accounts for {{share "revenue.fibre" of="revenue.total" "H"}} of total revenue
Fibre is more than half of total revenue
We connected {{difference "homes" "H" vs="H-2" form="magnitude"}} more homes in a year
There were {{figure "homes" "H"}} connected at the end of {{period "H"}}
Our team counts {{figure "staff" "H"}}, {{difference "staff" "H" vs="H-2"}}
For {{period "FY"}} we expect total revenue of {{figure "revenue.total" "FY" scenario="guidance"}}
Guidance for total revenue is {{figure "revenue.total" "FY" scenario="guidance"}}
Our target for operating profit is {{figure "ebit" "FY" scenario="target"}}
We aim for operating profit of {{figure "ebit" "FY" scenario="target"}} in {{period "FY"}}
Cash stood at {{figure "cash" "2025-03-31"}}, up from {{figure "cash" "2024-09-30"}}
Operating cash flow was {{figure "cash.operating" "H"}}
Investing used {{figure "cash.investing" "H" form="magnitude"}}
Financing cash flow was an outflow of {{figure "cash.financing" "H" form="magnitude"}}
Net interest of {{figure "interest" "H"}} and income tax of {{figure "tax" "H"}} took us to a net profit of {{figure "net" "H"}}
Despite higher income tax, we kept {{figure "net" "H"}}
Cost of revenue rose {{growth "cost.total" "H"}}, less than revenue, which grew {{growth "revenue.total" "H"}}
Revenue grew faster than cost of revenue: {{change "revenue.total" "H"}} against {{change "cost.total" "H"}}
Services added {{difference "revenue.services" "H" form="magnitude"}}
Mobile revenue grew {{growth "revenue.mobile" "H"}} year on year
Every segment but hardware grew; fibre by {{growth "revenue.fibre" "H"}}
Total revenue has grown {{cagr "revenue.total" from="FY-4" to="FY-1"}} a year since {{period "FY-4"}}
In the first half total revenue was {{figure "revenue.total" "H"}}
Total revenue of the first half of 2025 was {{figure "revenue.total" "H"}}
In {{period "FY-1"}} operating profit fell to {{figure "ebit" "FY-1"}}
The full year {{period "FY-1"}} brought total revenue of {{figure "revenue.total" "FY-1"}}
Last year total revenue was {{figure "revenue.total" "FY-1"}}
Operating profit rose by {{difference "ebit" "H" vs="H-2" form="magnitude"}} in a year
From gross profit of {{figure "gross" "H"}} we spent {{figure "sga" "H"}} on SG&A
Of our total revenue, {{figure "revenue.services" "H"}} came from services
Customers pay more: services rose to {{figure "revenue.services" "H"}}
Operating profit, at {{figure "ebit" "H"}}, is the highest in the series
Fibre reached a record {{figure "revenue.fibre" "H"}}
Record first-half revenue of {{figure "revenue.total" "H"}}
Revenue from fibre is up {{growth "revenue.fibre" "H"}}
Hardware, a business we are leaving, shrank {{growth "revenue.hardware" "H"}}
Revenue: {{figure "revenue.total" "H"}} ({{change "revenue.total" "H"}}); EBIT: {{figure "ebit" "H"}}
With {{figure "revenue.total" "H"}} of revenue we made {{figure "ebit" "H"}} of operating profit
Our margin improved to {{figure "margin.ebit" "H" decimals=1}} from {{figure "margin.ebit" "H-1" decimals=1}}
SG&A was {{share "sga" of="revenue.total" "H"}} of revenue
Interest cost us {{figure "interest" "H"}}
Income tax took {{figure "tax" "H"}} of that
Total revenue was {{figure "revenue.total" "H" unit=false}} million euros
Revenue should reach between {{figure "revenue.total" "FY" scenario="guidance"}}
We listed on the S&P 500 in 2021 under Rule 144A
Call +46 8 123 45 67 or visit 12 Kungsgatan
Profit before everything else: {{figure "ebit" "H"}}
The half closed with {{figure "cash" "2025-03-31"}} of cash
Operating profit grew to {{figure "ebit" "H"}} on total revenue of {{figure "revenue.total" "H"}}
`
