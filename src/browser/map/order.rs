//! The order of markers in the document, which is the order in which the keyboard reaches them.

use web_sys::Element;

/// Puts elements of one parent into this order. One that has the focus stays where it is, so that
/// it keeps it, and the others are put around it; what stands right already is not touched.
pub fn keep(elements: Vec<Element>) {
    let focus = |element: &Element| element.query_selector(":focus").ok().flatten().is_some();
    let fixed = elements.iter().position(focus).unwrap_or(0);
    let after = elements.windows(2).skip(fixed);
    for pair in after {
        let [one, next] = pair else { continue };
        if one.next_element_sibling().as_ref() != Some(next) {
            // They fail only for a parent that has gone.
            let _ = one.after_with_node_1(next);
        }
    }
    for pair in elements.windows(2).take(fixed).rev() {
        let [one, next] = pair else { continue };
        if one.next_element_sibling().as_ref() != Some(next) {
            let _ = next.before_with_node_1(one);
        }
    }
}
