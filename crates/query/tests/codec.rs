//! The query string as it is written: its canonical forms, and what is not understood.

#![allow(clippy::unwrap_used)]

use query::{Facet, Query, When, is_same_origin_path};

/// Reads `written`, prints `canonical`, and reads that as the same query.
fn check(written: &str, canonical: &str) {
    let query = Query::parse(written);
    assert_eq!(query.print(), canonical, "{written}");
    assert_eq!(Query::parse(canonical), query, "{written}");
}

#[test]
fn canonical_forms() {
    for (written, canonical) in [
        ("", ""),
        ("?", ""),
        ("?&&", ""),
        // Defaults and empty values are left out.
        ("when=upcoming&view=both&sort=date&clock=venue", ""),
        ("q=&country=&event=&when=&hide=&data=&now=", ""),
        // Order, repetition, encoding.
        ("country=DE&q=peace", "q=peace&country=DE"),
        (
            "tag=a&city=Lyon&tag=b&city=Paris&tag=a",
            "city=Lyon&city=Paris&tag=a&tag=b",
        ),
        ("q=free+gaza", "q=free+gaza"),
        ("q=free%20gaza", "q=free+gaza"),
        ("q=a%2Bb%26c%3Dd", "q=a%2Bb%26c%3Dd"),
        ("q=Z%c3%bcrich", "q=Z%C3%BCrich"),
        ("q=Zürich", "q=Z%C3%BCrich"),
        ("q=100%", "q=100%25"),
        ("q=%zz%4", "q=%25zz%254"),
        ("q=%ff", "q=%EF%BF%BD"),
        ("city=Washington, DC", "city=Washington,+DC"),
        // Days.
        (
            "to=2023-11-05&from=2023-11-03",
            "from=2023-11-03&to=2023-11-05",
        ),
        ("from=2023-11-03&from=2023-11-01", "from=2023-11-01"),
        ("to=2023-11-03&to=2023-11-05", "to=2023-11-05"),
        ("from=2023-02-30", "from=2023-02-30"),
        ("from=2023-1-004", "from=2023-1-004"),
        // Places.
        ("area=170,-50,-170.5,-30", "area=170,-50,-170.5,-30"),
        ("area=0,50,10,40", "area=0,50,10,40"),
        ("area=1e1,0,inf,9", "area=1e1,0,inf,9"),
        ("map=5.50/48.8500/2.350", "map=5.5/48.85/2.35"),
        ("map=5/91/0", "map=5/91/0"),
        ("within=50&near=Lyon,fr", "near=Lyon,FR&within=50"),
        ("near=+Lyon+&within=25", "near=Lyon"),
        ("near=Washington, DC", "near=Washington,DC"),
        ("near=Lyon, Rh%C3%B4ne", "near=Lyon,+Rh%C3%B4ne"),
        ("near=,FR&within=0", "near=,FR&within=0"),
        ("within=20001", "within=20001"),
        ("within=+5", "within=+5"),
        ("series=a&region=b", "region=b&series=a"),
        // One word of a few.
        (
            "check=1&view=month&theme=dark&sort=near&clock=mine",
            "view=month&sort=near&theme=dark&clock=mine&check=1",
        ),
        ("theme=auto", ""),
        (
            "clock=mine&accent=C8102E&theme=dark",
            "theme=dark&accent=c8102e&clock=mine",
        ),
        ("accent=red", "accent=red"),
        ("hide=map&hide=header,list,map", "hide=map,header,list"),
        ("hide=header,sidebar,", "hide=header&hide=sidebar"),
        ("embed=1&lang=ar", "lang=ar&embed=1"),
        ("embed=true", "embed=true"),
        // Alternatives, the default among them.
        ("when=upcoming&when=past", "when=upcoming&when=past"),
        ("when=today&when=today", "when=today"),
        ("q=paris&q=lyon", "q=paris&q=lyon"),
        ("area=0,0,1,1&area=5,5,6,6", "area=0,0,1,1&area=5,5,6,6"),
        // What is not understood is kept, after the rest, in its order.
        (
            "when=soon&utm_source=mail&q=x",
            "q=x&when=soon&utm_source=mail",
        ),
        ("when=soon&when=today", "when=today&when=soon"),
        ("Q=x&flag&=y", "Q=x&flag=&=y"),
        // Of values that can't be alternatives the first counts.
        ("view=list&view=map", "view=list"),
        ("event=a&event=b", "event=a"),
        // Moments and files.
        ("now=2023-11-04T12:00:00Z", "now=2023-11-04T12:00:00Z"),
        (
            "now=2023-11-04t12:00:00.50-03:30",
            "now=2023-11-04T12:00:00.5-03:30",
        ),
        (
            "now=2023-11-04T12:00:00%2b14:00",
            "now=2023-11-04T12:00:00%2B14:00",
        ),
        ("now=yesterday", "now=yesterday"),
        ("data=archive/2023.json", "data=archive/2023.json"),
        ("data=//evil.example/x.json", "data=//evil.example/x.json"),
    ] {
        check(written, canonical);
    }
}

#[test]
fn a_value_that_is_not_understood_does_nothing() {
    for text in [
        "when=soon",
        "area=1,2,3",
        "data=https://evil.example/",
        "embed=0",
        "near=,FR",
        "within=-1",
        "now=x",
    ] {
        let query = Query::parse(text);
        assert_eq!(query.rest.len(), 1, "{text}");
        let known = Query {
            rest: Vec::new(),
            ..query
        };
        assert_eq!(known, Query::default(), "{text}");
    }
}

#[test]
fn a_path_stays_on_the_origin() {
    for (path, same) in [
        ("events.json", true),
        ("/a/b.json", true),
        ("../a.json?v=2", true),
        ("./12:30.json", true),
        ("a/b:c.json", true),
        ("حدث.json", true),
        ("", false),
        ("?a", false),
        ("#a", false),
        ("//host/a", false),
        ("///host/a", false),
        ("/\\host/a", false),
        ("\\\\host", false),
        ("http:events.json", false),
        ("https://host/", false),
        ("HTTP://host", false),
        ("data:application/json,[]", false),
        ("blob:null/1", false),
        ("javascript:1", false),
        ("/\t/host", false),
        ("\n//host", false),
        (" //host", false),
        ("a.json\u{0}", false),
    ] {
        assert_eq!(is_same_origin_path(path), same, "{path:?}");
    }
}

#[test]
fn setting_one_value_takes_its_alternatives_back() {
    let mut query =
        Query::parse("q=a&q=b&when=today&when=past&from=2023-01-01&area=0,0,1,1&area=2,2,3,3");
    query.search("c");
    query.choose_when(When::Week);
    query.choose_area(None);
    assert_eq!(query.print(), "q=c&when=week");
    query.chosen.insert(Facet::City, "Zürich");
    query.chosen.insert(Facet::City, "zurich");
    assert_eq!(query.chosen[Facet::City], ["Zürich"]);
    query.chosen.remove(Facet::City, "ZURICH");
    query.reset();
    assert_eq!(query, Query::default());
}
