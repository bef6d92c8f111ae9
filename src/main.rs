//! The browser app: starts Marchmap in the page's `#app`.

mod edge;

fn main() {}
