/** Room in the memory, with whatever stands there. */
export function reserve(bytes: i32): usize {
  return heap.alloc(<usize>bytes);
}

/** The same, all zero. */
export function reserveZeros(bytes: i32): usize {
  const place = heap.alloc(<usize>bytes);
  memory.fill(place, 0, <usize>bytes);
  return place;
}

export function release(place: usize): void {
  heap.free(place);
}
