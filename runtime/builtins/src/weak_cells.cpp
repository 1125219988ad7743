// The cells below java.lang.ref, for clojure.host.references.
#include "clj/gc/weak.h"
#include "native.h"

namespace clj::builtins {

namespace {

gc::WeakCell* cell_of(Value v) {
  auto* cell = try_cast<gc::WeakCell>(v);
  if (!cell) throw_class_cast(v, "clojure.host.WeakCell");
  return cell;
}

}  // namespace

CLJ_FN(weak_cell) { return Value::object(gc::make_weak_cell(args[0], args[1].truthy())); }

CLJ_FN(weak_value) { return gc::referent_of(cell_of(args[0])); }

CLJ_FN(weak_clear) {
  gc::clear(cell_of(args[0]));
  return Value::nil();
}

CLJ_FN(weak_owner) {
  auto* cell = cell_of(args[0]);
  cell->owner = args[1];
  gc::write_barrier(cell);
  return Value::nil();
}

CLJ_FN(take_cleared) { return gc::take_cleared(); }

}  // namespace clj::builtins
