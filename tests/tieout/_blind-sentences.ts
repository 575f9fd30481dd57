/**
 * Two hundred true sentences about three decks of tests/golden, by somebody who had read docs/authoring.md and the data, and none of
 * the engine's words or tests. At the first run 17 of them raised an alarm, beside a measure outside GAAP before its counterpart.
 */

export const ofTillman = `
Net sales rose {{growth "sales" "Q"}} to {{figure "sales" "Q"}} in the third quarter
Top line up {{growth "sales" "YTD"}} year to date, with identical sales without fuel ahead {{figure "identical-sales" "YTD"}}
Identical sales without fuel grew {{figure "identical-sales" "Q"}} in the quarter, against {{figure "identical-sales" "Q-4"}} a year ago
Third-quarter net earnings more than doubled to {{figure "earnings.net" "Q"}}
Diluted EPS of {{figure "eps" "Q" as="USD"}}, compared with {{figure "eps" "Q-4" as="USD"}} in the prior-year quarter
Adjusted earnings per share came in at {{figure "eps.adjusted" "Q" as="USD"}}, more than two and a half times last year's {{figure "eps.adjusted" "Q-4" as="USD"}}
Warehouse Stores once again led the way, with sales up {{growth "sales.warehouse" "Q"}}
Fuel & Convenience was the only segment to shrink: its sales dropped {{growth "sales.fuel" "Q"}} to {{figure "sales.fuel" "Q"}}
Fuel sales were down by more than a quarter, in the quarter as well as year to date
Growth at Neighborhood Markets ({{change "sales.markets" "Q" form="signed" comparator=false}}) and Warehouse Stores ({{change "sales.warehouse" "Q" form="signed" comparator=false}}) more than made up for the decline in fuel
Neighborhood Markets accounted for {{share "sales.markets" of="sales" "Q"}} of sales, up from {{share "sales.markets" of="sales" "Q-4"}} a year earlier
Fuel now makes up just {{share "sales.fuel" of="sales" "Q"}} of our sales, versus {{share "sales.fuel" of="sales" "Q-4"}} in last year's third quarter
Gross margin expanded {{change "margin.gross" "Q" form="magnitude"}} to {{figure "margin.gross" "Q"}}
Gross profit grew faster than sales, rising {{growth "gross-profit" "Q"}} in the quarter
OG&A fell to {{share "opex" of="sales" "Q"}} of sales from {{share "opex" of="sales" "Q-4"}}, as sales growth outpaced cost growth
Costs remain well under control: OG&A increased {{growth "opex" "Q"}} on sales growth of {{growth "sales" "Q"}}
Operating profit climbed {{growth "operating-profit" "Q"}} to {{figure "operating-profit" "Q"}} despite {{figure "closing-costs" "Q"}} of store closing costs and a {{figure "pension-withdrawal" "Q"}} charge for the pension plan withdrawal
Operating margin widened to {{figure "margin.operating" "Q"}}, a full percentage point better than a year ago
Interest expense declined {{growth "interest" "YTD"}} to {{figure "interest" "YTD"}} over the first forty weeks of the year, thanks to lower debt
We have cut total debt by {{difference "debt" "Q" form="magnitude"}} over the last twelve months
Net debt stood at {{figure "net-debt" "Q"}} at quarter-end, down by more than a fifth from a year earlier
Leverage came down to {{figure "leverage" "Q"}} from {{figure "leverage" "Q-4"}} twelve months ago
Net debt is now less than twice the adjusted EBITDA of the past four quarters
Our cash position has more than doubled since year-end, to {{figure "cash" "Q"}}
Net cash from operating activities was up by about half at {{figure "cash.operating" "YTD"}}
Year-to-date free cash flow more than tripled to {{figure "fcf" "YTD"}}
Free cash flow jumped from {{figure "fcf" "YTD-1"}} to {{figure "fcf" "YTD"}} even though we stepped up capital expenditure by {{growth "capex" "YTD"}}
Capital spending of {{figure "capex" "YTD"}} absorbed less than two-thirds of operating cash flow
We are raising our full-year guidance for adjusted EPS to {{figure "eps.adjusted" "FY" scenario="guidance-oct" as="USD"}}, from {{figure "eps.adjusted" "FY" scenario="guidance-jul" as="USD"}} previously
Adjusted EBITDA is now expected to reach {{figure "ebitda.adjusted" "FY" scenario="guidance-oct"}} this year, compared with our July outlook of {{figure "ebitda.adjusted" "FY" scenario="guidance-jul"}}
Outlook lifted: identical sales without fuel seen growing {{figure "identical-sales" "FY" scenario="guidance-oct"}} in {{period "FY"}}
Even the low end of our new EPS range is above the high end of the one we gave in July
We have narrowed our capex range to {{figure "capex" "FY" scenario="guidance-oct"}} by lowering the upper end
Free cash flow guidance of {{figure "fcf" "FY" scenario="guidance-oct"}}, up sharply from {{figure "fcf" "FY" scenario="guidance-jul"}} in July
At {{figure "ebitda.adjusted" "YTD"}}, adjusted EBITDA after three quarters is already higher than in all of last year ({{figure "ebitda.adjusted" "FY-1"}})
In forty weeks we have earned nearly twice as much as in the whole of {{period "FY-1"}}: {{figure "earnings.net" "YTD"}} against {{figure "earnings.net" "FY-1"}}
Our guidance implies that identical sales growth will ease in the fourth quarter
The average basket grew by roughly a quarter to {{figure "basket" "Q"}}
Customers spent {{figure "basket" "Q"}}, {{difference "basket" "Q" form="magnitude" as="USD"}} more than a year ago
Digital now generates {{figure "digital" "Q"}} of sales, up from {{figure "digital" "Q-4"}}
Digital's share of sales has more than doubled in a year
Our loyalty program now counts {{figure "members" "Q"}}, a gain of {{growth "members" "Q"}} over the past year
Loyalty membership is up by {{difference "members" "Q" vs="FY-1" form="magnitude"}} since the start of the year
We operated {{figure "stores" "Q"}} at the end of the quarter, five more than a year ago
Our workforce grew by {{difference "associates" "Q" form="magnitude"}}, or {{growth "associates" "Q"}}, to {{figure "associates" "Q"}}
Inventory turns improved to {{figure "turns" "Q"}} from {{figure "turns" "Q-4"}}
Compared with the second quarter, sales slipped {{growth "sales" "Q" vs="Q-1"}}, while net earnings were little changed at {{figure "earnings.net" "Q"}}
Fuel picked up from the second quarter ({{change "sales.fuel" "Q" vs="Q-1"}}) but still trails last year by a wide margin
Net sales for the twelve months to early October reached {{figure "sales" "LTM"}}, over a billion dollars more than in the twelve months before
Store closing costs nearly quadrupled to {{figure "closing-costs" "Q"}}
At {{figure "closing-costs" "Q"}}, store closing costs were the highest in eight quarters
The pension plan withdrawal cost us {{figure "eps.pension" "Q" as="USD"}} per share before tax
Leaving aside the LIFO charge, store closings and the pension plan withdrawal, net earnings would have been {{figure "earnings.adjusted" "Q"}} after tax, more than double last year's {{figure "earnings.adjusted" "Q-4"}}
Sales have grown at a double-digit rate in each of this year's three quarters
Adjusted EBITDA increased by more than half, from {{figure "ebitda.adjusted" "Q-4"}} to {{figure "ebitda.adjusted" "Q"}}
Adjusted EBITDA came to {{share "ebitda.adjusted" of="sales" "Q"}} of sales, well above the {{share "ebitda.adjusted" of="sales" "Q-4"}} of a year ago
A lower share count helped, too: average diluted shares fell {{growth "shares.diluted" "Q"}} to {{figure "shares.diluted" "Q"}}
Income taxes took {{share "taxes" of="earnings.pretax" "Q"}} of pretax earnings, slightly less than the {{share "taxes" of="earnings.pretax" "Q-4"}} a year ago
In all three quarters of {{period "FY"}}, net earnings were at least twice what they were a year earlier
Net earnings nearly tripled in the first quarter and more than doubled in each of the two that followed
Depreciation and amortization of {{figure "depreciation" "Q"}} was unchanged from the prior quarter
The LIFO charge nearly doubled, to {{figure "lifo-charge" "Q"}} from {{figure "lifo-charge" "Q-4"}}
Gross margin gave back a little from the second quarter ({{figure "margin.gross" "Q"}} versus {{figure "margin.gross" "Q-1"}}), yet remains well ahead of last year
A net three stores added since the beginning of the year bring our selling area to {{figure "area" "Q"}}
Cost of sales rose less than sales: {{growth "cost-of-sales" "YTD"}} against {{growth "sales" "YTD"}} for the year to date
With {{figure "fcf" "YTD"}} generated so far, we are within striking distance of our full-year free cash flow target of {{figure "fcf" "FY" scenario="guidance-oct"}}
Neighborhood Markets, our largest segment, brought in {{difference "sales.markets" "YTD" form="magnitude"}} more than in the same forty weeks of last year
`

export const ofAarvo = `
Net sales up {{growth "sales" "H1"}} to {{figure "sales" "H1"}} despite currency headwinds
At constant currencies, sales grew by {{figure "sales.constant" "H1"}} in the first six months
Currencies held back reported growth: {{growth "sales" "H1"}} in euros against {{figure "sales.constant" "H1"}} at constant exchange rates
Growth at constant currencies moderated somewhat, easing from {{figure "sales.constant" "H1-1"}} to {{figure "sales.constant" "H1"}}
EBIT improved by {{growth "ebit" "H1"}} to {{figure "ebit" "H1"}}, roughly three times as fast as sales
EBIT margin rose by {{change "ebit-margin" "H1" form="magnitude"}} to {{figure "ebit-margin" "H1"}}
Gross margin reached {{figure "gross-margin" "H1"}}, one percentage point higher than in the first half of last year
Gross profit increased by {{growth "gross-profit" "H1"}}, while cost of goods sold rose only slightly, to {{figure "cost" "H1" form="magnitude"}}
Net income of {{figure "net-income" "H1"}} was {{growth "net-income" "H1"}} above the prior-year period
Earnings per share went up from {{figure "eps" "H1-1" as="EUR"}} to {{figure "eps" "H1" as="EUR"}}
Net income grew less than EBIT because the financial result deteriorated to {{figure "financial" "H1"}}
A weaker financial result weighed on the bottom line: it came to {{figure "financial" "H1"}} after {{figure "financial" "H1-1"}} a year earlier
Process Control remains our largest segment, contributing {{share "sales.process" of="sales" "H1"}} of net sales
Roughly half of our sales came from Process Control
Laboratory generated just under a third of group sales
Service was the fastest-growing segment, with sales {{growth "sales.service" "H1"}} ahead of last year
Laboratory lagged the other two segments, growing by only {{growth "sales.laboratory" "H1"}}
All three segments increased both sales and earnings
More than half of the growth in sales was attributable to Process Control
Service lifted its operating result by {{growth "ebit.service" "H1"}} to {{figure "ebit.service" "H1"}}, the strongest gain of the three segments
EBIT in Laboratory climbed {{growth "ebit.laboratory" "H1"}} to {{figure "ebit.laboratory" "H1"}} on sales of {{figure "sales.laboratory" "H1"}}
Process Control earned {{figure "ebit.process" "H1"}}, or {{share "ebit.process" of="sales.process" "H1"}} of its sales – the best margin of all segments
Laboratory's operating margin gained a full percentage point
Service delivered an EBIT margin of {{share "ebit.service" of="sales.service" "H1"}}, after {{share "ebit.service" of="sales.service" "H1-1"}} in the same period of last year
Corporate costs edged up to {{figure "ebit.corporate" "H1" form="magnitude"}}
We stepped up our spending on research and development from {{figure "research" "H1-1" form="magnitude"}} to {{figure "research" "H1" form="magnitude"}}
Selling and marketing expenses rose in line with sales and amounted to {{figure "selling" "H1" form="magnitude"}}
General and administrative expenses grew more than twice as fast as sales, reaching {{figure "administration" "H1" form="magnitude"}}
Prior-year EBIT was restated to {{figure "ebit" "H1-1"}}, as cloud software is now expensed as incurred
EBITDA of {{figure "ebitda" "H1"}}, {{change "ebitda" "H1"}}
As a percentage of sales, EBITDA advanced from {{share "ebitda" of="sales" "H1-1"}} to {{share "ebitda" of="sales" "H1"}}
Cash flow from operating activities strengthened to {{figure "cash.operating" "H1"}}, a rise of {{growth "cash.operating" "H1"}}
Free cash flow rose by almost a third to {{figure "free-cash-flow" "H1"}}
Free cash flow of {{figure "free-cash-flow" "H1"}} did not fully cover the dividend payment of {{figure "cash.dividend" "H1" form="magnitude"}}
We invested {{figure "cash.capex" "H1" form="magnitude"}} in the first half, slightly more than the {{figure "cash.capex" "H1-1" form="magnitude"}} of a year ago
Acquisitions led to a cash outflow of {{figure "cash.acquisitions" "H1" form="magnitude"}}
We paid out {{figure "cash.dividend" "H1" form="magnitude"}} in dividends, up from {{figure "cash.dividend" "H1-1" form="magnitude"}} the year before
We took out {{figure "cash.borrowings" "H1"}} in new borrowings in the period under review
Cash and cash equivalents declined by {{difference "cash" "H1" vs="FY-1" form="magnitude"}} from the end of December to {{figure "cash" "H1"}}
With dividend and acquisitions exceeding free cash flow, net debt went up to {{figure "net-debt" "H1"}} from {{figure "net-debt" "FY-1"}} at year-end
Year on year, net debt is marginally lower ({{difference "net-debt" "H1"}})
Leverage stands at {{figure "leverage" "H1"}}, compared with {{figure "leverage" "FY-1"}} six months earlier
The equity ratio was {{figure "equity-ratio" "H1"}}, {{change "equity-ratio" "H1" vs="FY-1" form="magnitude"}} below year-end but {{change "equity-ratio" "H1" form="magnitude"}} above the level of June last year
Lease liabilities continued their decline and now total {{figure "leases" "H1"}}
Headcount up {{growth "employees" "H1"}} within a year, to {{figure "employees" "H1"}}
Since the beginning of the year, our team has grown by {{difference "employees" "H1" vs="FY-1" form="magnitude"}}
Aarvo shares gained {{growth "share-price" "H1" vs="FY-1"}} in the first half-year, closing at {{figure "share-price" "H1"}} on {{dates "H1" style="end"}}
Full-year guidance raised: we now see sales growing {{figure "sales.constant" "FY" scenario="guidance-august"}} at constant currencies, instead of {{figure "sales.constant" "FY" scenario="guidance-march"}}
For {{period "FY"}} as a whole we expect an EBIT margin of {{figure "ebit-margin" "FY" scenario="guidance-august"}}, up from our earlier guidance of {{figure "ebit-margin" "FY" scenario="guidance-march"}}
No change to our investment plans: capital expenditure should come in at {{figure "cash.capex" "FY" scenario="guidance-august" form="magnitude"}}
First-half growth at constant currencies was above the range we guide for the full year
To meet our margin guidance, the second half needs to be more profitable than the first
Our outlook assumes slightly slower growth in the second half of the year
Sales have risen every single year since {{period "2018"}}
Between {{period "2018"}} and {{period "2022"}}, sales expanded at a compound annual rate of {{cagr "sales" from="2018" to="2022"}}
Sales of {{figure "sales" "FY-1"}} and EBIT of {{figure "ebit" "FY-1"}} made {{period "FY-1"}} the best of the five years
The EBIT margin has recovered from its low of {{figure "ebit-margin" "2020"}} in {{period "2020"}} to {{figure "ebit-margin" "2022"}} in {{period "2022"}}
EBIT fell by {{growth "ebit" "2020"}} in {{period "2020"}}, although sales kept growing
In {{period "2021"}}, EBIT bounced back by more than a third
For the last financial year, shareholders received a dividend of {{figure "dividend" "FY-1"}}, up from {{figure "dividend" "FY-2"}}
We have not cut our dividend once in the last five years
Our equity ratio has improved four years in a row, reaching {{figure "equity-ratio" "FY-1"}} at the end of {{period "FY-1"}}
In {{period "2021"}}, Research outgrew Industry by a small margin ({{growth "sales.research" "2021"}} compared with {{growth "sales.industry" "2021"}})
Under the old segment structure, Industry accounted for nearly two thirds of sales in {{period "2021"}}
Over the last twelve months, sales added up to {{figure "sales" "LTM"}} and EBIT to {{figure "ebit" "LTM"}}
The euro slipped below parity with the Swiss franc, averaging {{figure "rate" "H1" unit=false}} francs after {{figure "rate" "H1-1" unit=false}} in the first half of last year
After a dip in {{period "2020"}}, our workforce has grown steadily again
`

export const ofNagasaka = `
Net sales increased {{growth "sales" "YTD"}} year on year to {{figure "sales" "YTD"}} for the nine months ended December
Operating income surged {{growth "oi" "YTD"}} as growth in gross profit outstripped the increase in SG&A
Operating margin improved by {{change "margin" "YTD" form="magnitude"}}, from {{figure "margin" "YTD-1" decimals=1}} to {{figure "margin" "YTD" decimals=1}}
Nine-month operating margin now in double digits
Third-quarter operating income of {{figure "oi" "Q"}} was the highest for any quarter since the start of the previous fiscal year
Ordinary income: {{figure "ordinary" "YTD"}} ({{change "ordinary" "YTD" form="signed"}})
Profit attributable to owners of parent grew by more than a third to {{figure "owners" "YTD"}}
After nine months, profit attributable to owners of parent already exceeds the full-year figure for {{period "LFY"}} ({{figure "owners" "YTD"}} vs. {{figure "owners" "LFY"}})
Earnings per share of {{figure "eps" "YTD" as="JPY"}} for the nine months also surpassed the {{figure "eps" "LFY" as="JPY"}} earned in the whole of the previous year
Instruments drove the improvement: sales rose {{growth "sales.instruments" "YTD"}} and segment profit {{growth "oi.instruments" "YTD"}}
Instruments contributed more than half of consolidated net sales
Sales of Materials were up {{growth "sales.materials" "YTD"}}, but segment profit edged up only {{growth "oi.materials" "YTD"}}
{{label "sales.services"}} swung from a loss of {{figure "oi.services" "YTD-1" form="magnitude"}} to a profit of {{figure "oi.services" "YTD"}}
Services back in the black
{{label "sales.services"}} recorded the fastest growth of our three segments, with sales up {{growth "sales.services" "YTD"}} to {{figure "sales.services" "YTD"}}
The service business has now been profitable for five quarters running
Services profit more than doubled between the first and the third quarter of this fiscal year, from {{figure "oi.services" "Q1"}} to {{figure "oi.services" "Q3"}}
Materials softened against the second quarter: sales fell {{growth "sales.materials" "Q" vs="Q-1"}} and profit dropped by about a fifth
The gross profit ratio rose to {{share "gross" of="sales" "YTD"}} from {{share "gross" of="sales" "YTD-1"}}
SG&A expenses declined to {{share "sga" of="sales" "YTD"}} of net sales ({{share "sga" of="sales" "YTD-1"}} in the same period of the previous year)
Cost of sales rose more slowly than net sales ({{change "cost" "YTD"}})
Gross profit increased by {{difference "gross" "YTD" form="magnitude"}}, almost three times as much as SG&A expenses
Sales growth has accelerated quarter after quarter since the beginning of {{period "LFY"}}
Year-on-year sales growth picked up from {{growth "sales" "Q1"}} in the first quarter to {{growth "sales" "Q2"}} in the second and {{growth "sales" "Q3"}} in the third
Third-quarter sales of {{figure "sales" "Q"}} were second only to those of the fourth quarter of last year
Quarter on quarter, operating income gained {{growth "oi" "Q" vs="Q-1"}} on a {{growth "sales" "Q" vs="Q-1"}} rise in sales
For the October–December quarter, profit attributable to owners of parent came to {{figure "owners" "Q"}}, {{change "owners" "Q"}}
Higher non-operating expenses ({{figure "nonop.expense" "YTD"}}, against {{figure "nonop.expense" "YTD-1"}}) held growth in ordinary income slightly below that in operating income
Extraordinary income was only {{figure "extra.income" "YTD"}}, compared with {{figure "extra.income" "YTD-1"}} a year ago
Extraordinary losses shrank by more than two thirds to {{figure "extra.loss" "YTD"}}
Income taxes increased {{growth "tax" "YTD"}}, in line with pre-tax profit
The tax burden was virtually unchanged at {{share "tax" of="pretax" "YTD"}} of profit before income taxes
Full-year operating income forecast revised upward to {{figure "oi" "FY" scenario="forecast"}} (initial forecast: {{figure "oi" "FY" scenario="forecast-may"}})
We have raised our sales forecast by {{difference "sales" "FY" scenario="forecast" vs="FY" vs-scenario="forecast-may" form="magnitude"}} to {{figure "sales" "FY" scenario="forecast"}}
Profit attributable to owners of parent is now expected to reach {{figure "owners" "FY" scenario="forecast"}}, about a third more than last year
For {{period "FY"}}, we forecast net sales of {{figure "sales" "FY" scenario="forecast"}} ({{change "sales" "FY" scenario="forecast"}}) and operating income of {{figure "oi" "FY" scenario="forecast"}} ({{change "oi" "FY" scenario="forecast"}})
All profit forecasts have been lifted by close to a tenth; the sales forecast, by less than one percent
About three quarters of the full-year operating income forecast was achieved in the first nine months
Net sales for the nine months correspond to just under three quarters of our new annual forecast
Our forecast implies that fourth-quarter operating income will fall slightly short of last year's {{figure "oi" "4Q2024"}}
The annual dividend forecast goes up to {{figure "dps" "FY" scenario="forecast"}}, from the {{figure "dps" "FY" scenario="forecast-may" as="JPY"}} announced in May
We paid an interim dividend of {{figure "dps" "H1"}}, {{difference "dps" "H1" form="magnitude" as="JPY"}} more than a year ago
Shareholders can look forward to a dividend increase of {{growth "dps" "FY" scenario="forecast"}} this fiscal year
Total assets rose {{growth "assets" "Q" vs="LFY"}} from the end of March to {{figure "assets" "Q"}}
Inventories grew by about a tenth to {{figure "inventories" "Q"}}
Notes and accounts receivable were {{figure "receivables" "Q"}}, an increase of {{difference "receivables" "Q" vs="LFY" form="magnitude"}} from the previous fiscal year-end
Cash and deposits decreased by {{difference "cash" "Q" vs="LFY" form="magnitude"}}, while property, plant and equipment rose by {{difference "tangible" "Q" vs="LFY" form="magnitude"}}
The equity ratio strengthened from {{figure "equity-ratio" "LFY"}} to {{figure "equity-ratio" "Q"}}
Shareholders' equity exceeded the March level by {{growth "equity" "Q" vs="LFY"}}
Non-current liabilities came down to {{figure "long-liabilities" "Q"}}, whereas current liabilities edged up
Intangible assets were the only non-current asset item to decline
As of the end of December, the group employed {{figure "staff" "Q"}}, {{difference "staff" "Q" vs="LFY" form="magnitude"}} more than at the end of March
More than half of the net increase in headcount came from {{label "staff.service"}}
Staff abroad was reduced from {{figure "staff.abroad" "LFY"}} to {{figure "staff.abroad" "Q"}}
Osaka is home to {{share "staff.osaka" of="staff" "Q"}} of our people
Earnings per share grew faster than profit because the average number of shares fell to {{figure "shares" "YTD" as="shares mn" decimals=1}}
Adjustments not allocated to the segments narrowed to {{figure "oi.adjust" "YTD"}}
Profit attributable to non-controlling interests fell by more than half to {{figure "nci" "YTD"}}
In the first quarter, a loss of {{figure "nci" "Q1" form="magnitude"}} fell to non-controlling interests
In the first half, sales stood at {{figure "sales" "H1"}}, {{difference "sales" "H1" form="magnitude"}} higher than the year before
Operating income was up by more than a third in the first half and by nearly half in the third quarter
Profitability of Instruments: {{share "oi.instruments" of="sales.instruments" "YTD"}} of sales, compared with {{share "oi.instruments" of="sales.instruments" "YTD-1"}} in the prior year
Some two thirds of the increase in operating income came from Instruments
Every segment improved in terms of both sales and profit
In {{period "LFY"}}, the service segment still posted a small loss of {{figure "oi.services" "LFY" form="magnitude"}}
Profit before income taxes advanced {{growth "pretax" "Q"}} in the third quarter, even without the {{figure "extra.income" "Q-4"}} of extraordinary income booked a year earlier
`
