//! Any text, taken for a query string: printing and reading are inverse.

#![no_main]

use libfuzzer_sys::fuzz_target;
use query::Query;

fuzz_target!(|text: &str| {
    let query = Query::parse(text);
    let printed = query.print();
    assert_eq!(Query::parse(&printed), query, "{printed}");
    assert_eq!(Query::parse(&printed).print(), printed);
});
