// References that keep nothing alive.
#include "clj/gc/weak.h"

#include <vector>

#include "support.h"

using namespace gc_test;
namespace gc = clj::gc;

namespace {

// Cells of fresh objects, the odd ones of which `kept` holds. Each cell owns its number.
[[gnu::noinline]] void make_cells(gc::ValueList& cells, gc::ValueList& kept, bool soft, size_t bytes = 16) {
  for (int64_t i = 0; i < 100; ++i) {
    Value referent = Value::object(gc_test::bytes(bytes));
    gc::WeakCell* cell = gc::make_weak_cell(referent, soft);
    cell->owner = Value::inline_long(i);
    cells.push_back(Value::object(cell));
    if (i % 2 != 0) kept.push_back(referent);
  }
}

size_t cleared(gc::ValueList& cells, size_t from) {
  size_t n = 0;
  for (size_t i = from; i < cells.size(); i += 2) n += clj::cast<gc::WeakCell>(cells[i])->referent == Value::nil().bits();
  return n;
}

void require_cleared(bool full) {
  gc::ValueList cells, kept;
  make_cells(cells, kept, false);
  clear_stack();
  gc::collect(full);
  CHECK(cleared(cells, 0) >= 40);  // conservative stacks may keep a few
  CHECK(cleared(cells, 1) == 0);
  size_t taken = 0;
  for (Value owner; !(owner = gc::take_cleared()).is_nil(); ++taken) CHECK(owner.as_inline_long() % 2 == 0);
  CHECK(taken == cleared(cells, 0));
}

}  // namespace

TEST_CASE("weak cells are cleared when nothing else refers to their objects, and each owner is told once") {
  TestHeap heap;
  require_cleared(false);
  require_cleared(true);
}

TEST_CASE("a weak cell that is old loses its object to a full collection") {
  TestHeap heap;
  gc::ValueList cells, kept;
  make_cells(cells, kept, false);
  for (int i = 0; i < 100; i += 2) kept.push_back(gc::referent_of(clj::cast<gc::WeakCell>(cells[static_cast<size_t>(i)])));
  gc::collect(false);
  CHECK(cleared(cells, 0) == 0);
  kept.clear();
  clear_stack();
  gc::collect(false);
  CHECK(cleared(cells, 0) == 0);  // what is old is taken to be alive
  gc::collect(true);
  CHECK(cleared(cells, 0) + cleared(cells, 1) >= 90);
  while (!gc::take_cleared().is_nil()) {}
}

TEST_CASE("soft cells keep their objects, and what only these hold, until memory is short") {
  gc::Options options = TestHeap::defaults();
  options.max_heap_bytes = 64 << 20;
  TestHeap heap(options);
  gc::ValueList cells, kept;
  make_cells(cells, kept, true);
  gc::collect(false);
  clear_stack();
  gc::collect(true);
  CHECK(cleared(cells, 0) + cleared(cells, 1) == 0);
  gc::ValueList more;
  make_cells(more, kept, true, 1 << 20);  // 100 MiB
  CHECK(cleared(more, 0) >= 30);
  while (!gc::take_cleared().is_nil()) {}
  gc::initialize(TestHeap::defaults());
}

TEST_CASE("a value that is no object stays, and a cell may be cleared by hand") {
  TestHeap heap;
  gc::WeakCell* cell = gc::make_weak_cell(Value::inline_long(7), false);
  gc::ValueList keep;
  keep.push_back(Value::object(cell));
  gc::collect(true);
  CHECK(gc::referent_of(cell) == Value::inline_long(7));
  gc::clear(cell);
  CHECK(gc::referent_of(cell).is_nil());
  CHECK(gc::take_cleared().is_nil());
}

TEST_CASE("a cell that only a finalizer keeps has lost its object") {
  TestHeap heap;
  static int finalized, dangling;
  finalized = dangling = 0;
  gc::upcalls.finalize = [](Object* o) {
    ++finalized;
    dangling += !gc::referent_of(static_cast<gc::WeakCell*>(child(o, 0))).is_nil();
  };
  [&]() __attribute__((noinline)) {
    for (int i = 0; i < 100; ++i) {
      Object* o = gc_test::array(1);
      store(o, 0, Value::object(gc::make_weak_cell(Value::object(gc_test::bytes(16)), false)));
      gc::register_finalizer(o);
    }
  }();
  clear_stack();
  gc::collect(true);
  gc::upcalls.finalize = nullptr;
  CHECK(finalized >= 90);
  CHECK(dangling == 0);
}
