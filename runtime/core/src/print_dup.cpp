// *print-dup*: text that, read again, gives a value of the very same type.
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/record.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "printer.h"

namespace clj {

// #=(java.lang.Integer. "1")
void Printer::print_constructor(std::string_view class_name, Value text) {
  write("#=(");
  write(class_name);
  write(". ");
  print_string(as_string(text));
  write(")");
}

// #=(java.util.ArrayList. [1 2]), #=(clojure.lang.PersistentTreeMap/create {:a 1})
void Printer::print_created(Value collection, std::string_view call, bool is_map) {
  write("#=(");
  write_string(cast<Class>(class_of(collection))->name);
  write(call);
  if (is_map) print_map(collection, false);
  else print_sequential("[", collection, "]");
  write(")");
}

// #user.Point[1, 2]
void Printer::print_positional_record(Value record) {
  print_meta(record);
  write("#");
  write_string(cast<Class>(cast<Instance>(record)->type)->name);
  write("[");
  bool is_first = true;
  for_each_kv(record, [&](Value, Value value) {
    if (!is_first) write(", ");
    is_first = false;
    print(value);
    return true;
  });
  write("]");
}

void Printer::print_dup(Value v) {
  check_stack();
  if (v.is_immediate() && !v.is_character()) {
    Value name = cast<Class>(class_of(v))->name;
    return print_constructor(to_utf8(name), str_value(v));
  }
  if (!v.is_object()) return print_immediate(v);
  Kind kind = v.as_object()->kind;
  if (kind == Kind::kBigInteger) return print_constructor("java.math.BigInteger", str_value(v));
  switch (kind) {
    case Kind::kBoxedLong: case Kind::kBigInt: case Kind::kRatio: case Kind::kBigDecimal: case Kind::kString:
    case Kind::kKeyword: case Kind::kSymbol: case Kind::kPattern: case Kind::kInst: case Kind::kUuid:
    case Kind::kEmptyList:
      return print_object_kind(v);
    case Kind::kClass:
      write("#=");
      return write_string(cast<Class>(v)->name);
    case Kind::kVar: {
      std::string text = var_text(cast<Var>(v));
      write("#=(var ");
      write(std::string_view(text).substr(2));
      return write(")");
    }
    case Kind::kNamespace:
      write("#=(find-ns ");
      append_str(out_, cast<Namespace>(v)->name);
      return write(")");
    case Kind::kVector: case Kind::kPrimitiveVector:
      print_meta(v);
      return print_sequential("[", v, "]");
    case Kind::kHashSet:
      print_meta(v);
      return print_sequential("#{", v, "}");
    case Kind::kHashMap:
      print_meta(v);
      return print_map(v, false);
    case Kind::kArrayMap: case Kind::kTreeMap: case Kind::kTreeSet: case Kind::kSubVector: case Kind::kMapEntry:
      print_meta(v);
      return print_created(v, "/create ", is_map(v));
    case Kind::kQueue: return print_tagged_object(v);
    case Kind::kInstance:
      if (is_record(v)) {
        if (deref(cast<Var>(roots.var_verbose_defrecords)).truthy()) return print_record(v);
        return print_positional_record(v);
      }
      break;
    default:
      if (info(kind).flags & kFunction) {
        write("#=(");
        write_string(cast<Class>(class_of(v))->name);
        return write(". )");
      }
      if (info(kind).flags & (kSeq | kSequential)) {
        print_meta(v);
        return print_sequential("(", v, ")");
      }
  }
  // Collections of programs, and those of the host in Clojure.
  bool map = is_instance(roots.class_persistent_map, v);
  if (map || is_instance(roots.class_persistent_collection, v)) {
    print_meta(v);
    return is_instance(roots.class_seq, v) ? print_sequential("(", v, ")") : print_created(v, "/create ", map);
  }
  bool java_map = is_instance(roots.class_java_map, v);
  if (java_map || is_instance(roots.class_java_collection, v)) return print_created(v, ". ", java_map);
  throw_error(Error::kIllegalArgument, "No method in multimethod 'print-dup' for dispatch value: class " +
                                           to_utf8(cast<Class>(class_of(v))->name));
}

}  // namespace clj
