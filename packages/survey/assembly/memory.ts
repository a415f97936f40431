/** Room in the memory, all zero. */
export function reserve(bytes: i32): usize {
  const place = heap.alloc(<usize>bytes);
  memory.fill(place, 0, <usize>bytes);
  return place;
}

export function release(place: usize): void {
  heap.free(place);
}
