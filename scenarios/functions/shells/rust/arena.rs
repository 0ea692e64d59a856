//! Memory that is handed out from the bottom of the heap up and taken back all at once, when the next invocation begins.
//! Only for reactors: nothing that a handler allocates outlives its call.

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::Cell;
use core::ptr;

const PAGE: usize = 65536;

extern "C" {
    static __heap_base: u8;
}

/// The heap between `__heap_base` and the memory's end; `top` is 0 before the first use.
pub struct Arena {
    top: Cell<usize>,
}

// WebAssembly without threads has one.
unsafe impl Sync for Arena {}

impl Arena {
    pub const fn new() -> Arena {
        Arena { top: Cell::new(0) }
    }

    /// Takes everything back. What was handed out must not be used any more.
    pub fn reset(&self) {
        self.top.set(0);
    }

    /// Makes everything below `end` usable.
    fn reach(&self, end: usize) -> bool {
        let size = memory_size(0) * PAGE;
        end <= size || memory_grow(0, (end - size).div_ceil(PAGE)) != usize::MAX
    }
}

unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let top = if self.top.get() == 0 { ptr::addr_of!(__heap_base) as usize } else { self.top.get() };
        let start = top.next_multiple_of(layout.align());
        match start.checked_add(layout.size()) {
            Some(end) if self.reach(end) => {
                self.top.set(end);
                start as *mut u8
            }
            _ => ptr::null_mut(),
        }
    }

    /// Only the piece handed out last can go back.
    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        if piece as usize + layout.size() == self.top.get() {
            self.top.set(piece as usize);
        }
    }

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // The last piece grows where it lies, which is what a vector that is being filled wants.
        if piece as usize + layout.size() == self.top.get() {
            return match (piece as usize).checked_add(size) {
                Some(end) if self.reach(end) => {
                    self.top.set(end);
                    piece
                }
                _ => ptr::null_mut(),
            };
        }
        if size <= layout.size() {
            return piece;
        }
        let larger = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
        if !larger.is_null() {
            ptr::copy_nonoverlapping(piece, larger, layout.size());
        }
        larger
    }
}
