//! Where the page's memory comes from and goes back to: the system's allocator, behind a wall.
//!
//! The whole page is optimised as one, its standard library and allocator with it. Without the wall the giving back of
//! memory is made part of the function that asked for it, where the compiler knows that memory asked for as zeros is
//! new and all zeros: so it also takes for zero what the allocator keeps just before it, its size. The allocator then
//! finds that what it is given back is not what it gave, and the page ends.

use std::alloc::{GlobalAlloc, Layout, System};

/// The system's allocator, whose giving back is made part of no other function.
struct Walled;

#[global_allocator]
static MEMORY: Walled = Walled;

// SAFETY: the system's allocator is one, and is given every call as it comes.
#[expect(unsafe_code, reason = "allocators are")]
unsafe impl GlobalAlloc for Walled {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: what the caller promises is what is asked for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    #[inline(never)]
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(memory, layout) }
    }

    #[inline(never)]
    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above.
        unsafe { System.realloc(memory, layout, size) }
    }
}
