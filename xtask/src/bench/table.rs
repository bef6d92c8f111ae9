//! The table: what was measured at each size beside the peers, and each budget beside what it came to.

use std::fmt::Write as _;

use super::budgets;
use super::report::{Report, shown, sum};

/// A line: what Marchmap does, and what the peers do for the same, one after the other.
struct Line {
    says: &'static str,
    own: &'static [&'static str],
    peers: &'static [&'static str],
    /// The peers by name.
    beside: &'static str,
}

const LINES: &[Line] = &[
    Line {
        says: "bytes → first list and clusters",
        own: &["marchmap: open"],
        peers: &["json: parse"],
        beside: "TextDecoder + JSON.parse",
    },
    Line {
        says: "… of it reading",
        own: &["marchmap: read"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "bytes → first list and clusters",
        own: &["marchmap: open"],
        peers: &["json: parse", "minisearch: index", "supercluster: load"],
        beside: "JSON.parse + MiniSearch + supercluster",
    },
    Line {
        says: "… and search ready",
        own: &["marchmap: open", "marchmap: prepare"],
        peers: &["json: parse", "minisearch: index", "supercluster: load"],
        beside: "JSON.parse + MiniSearch + supercluster",
    },
    Line {
        says: "… in steps of",
        own: &["marchmap: step"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "points laid out, first clusters",
        own: &["marchmap: place", "marchmap: map"],
        peers: &["supercluster: load"],
        beside: "supercluster",
    },
    Line {
        says: "points laid out, first clusters",
        own: &["marchmap: place", "marchmap: map"],
        peers: &["markercluster: load"],
        beside: "Leaflet.markercluster",
    },
    Line {
        says: "a letter or choice: list, all counts, timeline, clusters",
        own: &["marchmap: filter"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "… of it the list",
        own: &["marchmap: filter: list"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "… the counts of eight facets",
        own: &["marchmap: filter: counts"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "… the timeline",
        own: &["marchmap: filter: timeline"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "… the clusters",
        own: &["marchmap: filter: clusters"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "a letter or choice, past days too",
        own: &["marchmap: filter all"],
        peers: &["supercluster: filter"],
        beside: "MiniSearch query + supercluster load",
    },
    Line {
        says: "pan or zoom: clusters in view",
        own: &["marchmap: pan"],
        peers: &["supercluster: pan"],
        beside: "supercluster",
    },
    Line {
        says: "pan or zoom: clusters in view",
        own: &["marchmap: pan"],
        peers: &["markercluster: pan"],
        beside: "Leaflet.markercluster, drawn",
    },
    Line {
        says: "page: response → first list painted",
        own: &["page: open, list"],
        peers: &["json: parse"],
        beside: "TextDecoder + JSON.parse",
    },
    Line {
        says: "page: response → markers painted",
        own: &["page: open, map"],
        peers: &["json: parse", "minisearch: index", "supercluster: load"],
        beside: "JSON.parse + MiniSearch + supercluster",
    },
    Line {
        says: "page: key pressed → next frame",
        own: &["page: letter, next frame"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "page: key pressed → all of it painted",
        own: &["page: letter"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "page: map let go → painted",
        own: &["page: drag"],
        peers: &["supercluster: drag"],
        beside: "supercluster in Leaflet",
    },
    Line {
        says: "page: map let go → painted",
        own: &["page: drag"],
        peers: &["markercluster: drag"],
        beside: "Leaflet.markercluster",
    },
    Line {
        says: "page: link on a cold phone → first event",
        own: &["page: link on a phone"],
        peers: &["page: link on a phone, by hand"],
        beside: "the same list in plain HTML",
    },
    Line {
        says: "page: long tasks after the first list",
        own: &["page: long tasks after the first list"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "page: long tasks while typing",
        own: &["page: long tasks while typing"],
        peers: &[],
        beside: "",
    },
    Line {
        says: "page: long tasks while dragging",
        own: &["page: long tasks while dragging"],
        peers: &[],
        beside: "",
    },
];

/// Values that are no times: what is said of them, their name, their unit.
const OTHERS: &[(&str, &str, &str)] = &[
    (
        "memory of the core, first list",
        "marchmap: memory after open",
        "B per event",
    ),
    (
        "memory of the core, search ready",
        "marchmap: memory after prepare",
        "B per event",
    ),
    (
        "page: memory of the WebAssembly",
        "page: memory, WebAssembly",
        "B per event",
    ),
    (
        "page: memory of the scripts",
        "page: memory, scripts",
        "B per event",
    ),
    (
        "page: frames over 16.7 ms while dragging",
        "page: late frames",
        "%",
    ),
    (
        "… supercluster in Leaflet",
        "supercluster: late frames",
        "%",
    ),
    ("… Leaflet.markercluster", "markercluster: late frames", "%"),
];

/// All of it, as Markdown; `machine` says where.
pub fn table(report: &Report, machine: &str) -> String {
    let mut text = format!("{machine}\n\n{}", budgets::table(report));
    for (browser, events) in report.places() {
        let _ = write!(
            text,
            "\n### {events} events in {browser}\n\n| work | median | p95 | beside | median | p95 | ratio |\n|---|---:|---:|---|---:|---:|---:|\n"
        );
        for line in LINES {
            let sum = |names: &[&str]| sum(report, browser, events, names);
            let Some(own) = sum(line.own) else { continue };
            let peers = sum(line.peers);
            if peers.is_none() && !line.peers.is_empty() {
                continue;
            }
            let peers = peers.map_or_else(
                || "| | | | |".to_owned(),
                |peers| {
                    let ratio = peers.median / own.median;
                    format!(
                        "| {} | {} | {} | {ratio:.1} × |",
                        line.beside,
                        shown(peers.median),
                        shown(peers.p95)
                    )
                },
            );
            let _ = writeln!(
                text,
                "| {} | {} | {} {peers}",
                line.says,
                shown(own.median),
                shown(own.p95)
            );
        }
        for (says, name, unit) in OTHERS {
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
