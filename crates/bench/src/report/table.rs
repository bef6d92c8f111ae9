//! The table: what was measured at each size beside the peers, and each budget beside what it came to.

use std::fmt::Write as _;

use super::budgets;
use super::{Report, shown, sum};

/// A line each: what is done | Marchmap's works for it | those of the peers, if any | the peers by name. Works done one
/// after the other are parted by ` + `.
const LINES: &str = "\
bytes → first list and clusters | marchmap: open | json: parse | TextDecoder + JSON.parse
… of it reading | marchmap: read |  |
bytes → first list and clusters | marchmap: open | json: parse + minisearch: index + supercluster: load | JSON.parse + MiniSearch + supercluster
… and search ready | marchmap: open + marchmap: prepare | json: parse + minisearch: index + supercluster: load | JSON.parse + MiniSearch + supercluster
… in steps of | marchmap: step |  |
points laid out, first clusters | marchmap: place + marchmap: map | supercluster: load | supercluster
points laid out, first clusters | marchmap: place + marchmap: map | markercluster: load | Leaflet.markercluster
a letter or choice: list, all counts, timeline, clusters | marchmap: filter |  |
… of it the list | marchmap: filter: list |  |
… the counts of eight facets | marchmap: filter: counts |  |
… the timeline | marchmap: filter: timeline |  |
… the clusters | marchmap: filter: clusters |  |
a letter or choice, past days too | marchmap: filter all | supercluster: filter | MiniSearch query + supercluster load
pan or zoom: clusters in view | marchmap: pan | supercluster: pan | supercluster
pan or zoom: clusters in view | marchmap: pan | markercluster: pan | Leaflet.markercluster, drawn
page: response → first list painted | page: open, list | json: parse | TextDecoder + JSON.parse
page: response → markers painted | page: open, map | json: parse + minisearch: index + supercluster: load | JSON.parse + MiniSearch + supercluster
page: key pressed → next frame | page: letter, next frame |  |
page: key pressed → all of it painted | page: letter |  |
page: map let go → painted | page: drag | supercluster: drag | supercluster in Leaflet
page: map let go → painted | page: drag | markercluster: drag | Leaflet.markercluster
page: link on a cold phone → first event | page: link on a phone | page: link on a phone, by hand | the same list in plain HTML
page: long tasks after the first list | page: long tasks after the first list |  |
page: long tasks while typing | page: long tasks while typing |  |
page: long tasks while dragging | page: long tasks while dragging |  |
";

/// A line each, of values that are no times: what is measured | its name | its unit.
const OTHERS: &str = "\
memory of the core, first list | marchmap: memory after open | B per event
memory of the core, search ready | marchmap: memory after prepare | B per event
page: memory of the WebAssembly | page: memory, WebAssembly | B per event
page: memory of the scripts | page: memory, scripts | B per event
page: frames over 16.7 ms while dragging | page: late frames | %
… supercluster in Leaflet | supercluster: late frames | %
… Leaflet.markercluster | markercluster: late frames | %
";

/// All of it, as Markdown; `machine` says where.
pub fn table(report: &Report, machine: &str) -> String {
    let mut text = format!("{machine}\n\n{}", budgets::table(report));
    for (browser, events) in report.places() {
        let _ = write!(
            text,
            "\n### {events} events in {browser}\n\n| work | median | p95 | beside | median | p95 | ratio |\n|---|---:|---:|---|---:|---:|---:|\n"
        );
        let sum = |works: &str| {
            let works: Vec<&str> = works.split(" + ").collect();
            sum(report, browser, events, &works)
        };
        for [says, own, peers, beside] in LINES.lines().filter_map(columns) {
            let Some(own) = sum(own) else { continue };
            let peers = match (peers.is_empty(), sum(peers)) {
                (true, _) => "| | | | |".to_owned(),
                (_, None) => continue,
                (_, Some(peers)) => {
                    let ratio = peers.median / own.median;
                    let (median, p95) = (shown(peers.median), shown(peers.p95));
                    format!("| {beside} | {median} | {p95} | {ratio:.1} × |")
                }
            };
            let (median, p95) = (shown(own.median), shown(own.p95));
            let _ = writeln!(text, "| {says} | {median} | {p95} {peers}");
        }
        for [says, name, unit] in OTHERS.lines().filter_map(columns) {
            if let Some(figures) = report.figures(browser, events, name) {
                let _ = writeln!(text, "| {says} | {:.0} {unit} | | | | | |", figures.median);
            }
        }
        let mut shapes = budgets::shapes(report, browser, events).peekable();
        if shapes.peek().is_some() {
            text.push_str("\n| shape of the file | last byte → list | TextDecoder + JSON.parse | ratio |\n|---|---:|---:|---:|\n");
        }
        for shape in shapes {
            let (name, list, json) = (shape.name, shown(shape.list), shown(shape.json));
            let _ = writeln!(text, "| {name} | {list} | {json} | {:.2} × |", shape.ratio);
        }
    }
    text
}

/// The columns of a line above.
fn columns<const N: usize>(line: &str) -> Option<[&str; N]> {
    let columns: Vec<&str> = line.split('|').map(str::trim).collect();
    columns.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_columns() {
        assert!(LINES.lines().all(|line| columns::<4>(line).is_some()));
        assert!(OTHERS.lines().all(|line| columns::<3>(line).is_some()));
    }
}
