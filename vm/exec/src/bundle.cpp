#include "clj/exec/bundle.h"

#include <cstring>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

#include "clj/core/array.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/compiler_exception.h"
#include "clj/core/error.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/instant.h"
#include "clj/core/tagged.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/uuid.h"
#include "clj/core/var.h"
#include "clj/exec/proto.h"
#include "clj/exec/vm.h"
#include "clj/exec/constant_hooks.h"
#include "vm_thread.h"

namespace clj::exec {

using namespace bytecode;

ConstantHooks constant_hooks;

namespace {

std::mutex bundles_mutex;            // guards the list
std::vector<LoadedBundle*> bundles;  // never shrinks
std::recursive_mutex prepare_mutex;  // one thread makes constants at a time

// Instructions that cold functions start with: word i prepares and enters arity i.
struct PrepareCode {
  uint32_t words[64];
  constexpr PrepareCode() : words() {
    for (uint32_t i = 0; i < 64; ++i) words[i] = encode(Op::kPrepare, i);
  }
};
constexpr PrepareCode kPrepareCode;

Value string_value(const BundleView& view, uint64_t index) {
  StringRecord record = view.strings()[index];
  const char* bytes = view.string_bytes().data() + record.offset;
  uint32_t length = record.length & ~kUtf16Bit;
  if (record.length & kUtf16Bit) return make_string_utf16(reinterpret_cast<const char16_t*>(bytes), length);
  return make_string_latin1(reinterpret_cast<const uint8_t*>(bytes), length);
}

// A prototype whose code is still one Prepare instruction per arity. Its storage holds the
// cold arities, then the real ones.
Value make_cold_proto(LoadedBundle* bundle, uint32_t index) {
  const BundleView& view = bundle->view;
  const FunctionRecord& record = view.functions()[index];
  Value name = string_value(view, record.name);
  Value file = record.file == kNoIndex ? Value::nil() : string_value(view, record.file);
  auto* proto = gc::make<FnProto>(2 * record.arity_count * sizeof(Arity));
  proto->name = name;
  proto->file = file;
  proto->capture_count = record.capture_count;
  proto->arity_count = record.arity_count;
  proto->chunk = bundle;
  proto->chunk_function = index;
  for (uint32_t i = 0; i < record.arity_count; ++i) {
    const ArityRecord& from = view.arities()[record.first_arity + i];
    Arity real{from.params, from.variadic, from.registers, from.code_words, view.code().data() + from.code,
               nullptr, from.exceptions, from.exception_count, from.lines, from.line_count};
    Arity cold{from.params, from.variadic, from.registers, 1, kPrepareCode.words + i, nullptr, 0, 0, 0, 0};
    proto->arity_storage()[i] = cold;
    proto->arity_storage()[record.arity_count + i] = real;
  }
  proto->arities.store(proto->arity_storage(), std::memory_order_release);
  return Value::object(proto);
}

class ConstantReader {
 public:
  explicit ConstantReader(LoadedBundle* bundle) : bundle_(bundle), view_(bundle->view) {}

  Value get(uint64_t index) {
    Value* cell = bundle_->constants.as_object()->slot_array() + index;
    if (!cell->is_absent()) return *cell;
    Value value = make(view_.constant_offsets()[index]);
    cell = bundle_->constants.as_object()->slot_array() + index;
    *cell = value;
    gc::write_barrier(bundle_->constants.as_object());
    return value;
  }

 private:
  uint64_t number(size_t& at) {
    uint64_t n = 0;
    read_varint(view_.constant_bytes(), at, n);
    return n;
  }
  int64_t zigzag(size_t& at) {
    uint64_t n = number(at);
    return static_cast<int64_t>(n >> 1) ^ -static_cast<int64_t>(n & 1);
  }
  uint64_t raw64(size_t& at) {
    uint64_t n;
    std::memcpy(&n, view_.constant_bytes().data() + at, 8);
    at += 8;
    return n;
  }
  Value string(size_t& at) { return string_value(view_, number(at)); }
  Value optional_string(size_t& at) {
    uint64_t n = number(at);
    return n == 0 ? Value::nil() : string_value(view_, n - 1);
  }
  Value optional_constant(size_t& at) {
    uint64_t n = number(at);
    return n == 0 ? Value::nil() : get(n - 1);
  }
  void elements(size_t& at, uint64_t per_item, gc::ValueList& out) {
    uint64_t n = number(at) * per_item;
    for (; n > 0; --n) out.push_back(get(number(at)));
  }
  static Value immediate(uint64_t kind, uint64_t payload) {
    auto n = static_cast<int32_t>(static_cast<uint32_t>(payload));
    bool fits = false;
    if (kind <= static_cast<uint64_t>(ImmediateKind::kFloat)) {
      switch (static_cast<ImmediateKind>(kind)) {
        case ImmediateKind::kChar: fits = n == static_cast<char16_t>(n); break;
        case ImmediateKind::kShort: fits = n == static_cast<int16_t>(n); break;
        case ImmediateKind::kByte: fits = n == static_cast<int8_t>(n); break;
        case ImmediateKind::kInteger:
        case ImmediateKind::kFloat: fits = true; break;
      }
    }
    if (!fits) throw_error(Error::kIllegalState, "The bundle has a constant that is no character, int, short, byte or float.");
    return Value::immediate(static_cast<ImmediateKind>(kind), static_cast<uint32_t>(payload));
  }
  static Value namespace_named(Value name) {
    Value symbol = make_symbol(Value::nil(), name), found = find_namespace(symbol);
    return found.is_nil() ? find_or_create_namespace(symbol) : found;
  }
  static Value number_of(const std::string& text) {
    Value n = parse_number(text);
    if (n.is_absent()) throw_error(Error::kIllegalState, "The bundle has a number that is none: " + text);
    return n;
  }
  std::string text(size_t& at) { return to_utf8(string(at)); }

  Value make(size_t at) {
    check_stack();
    auto tag = static_cast<ConstantTag>(view_.constant_bytes()[at++]);
    switch (tag) {
      case ConstantTag::kNil: return Value::nil();
      case ConstantTag::kTrue: return Value::boolean(true);
      case ConstantTag::kFalse: return Value::boolean(false);
      case ConstantTag::kLong: return make_long(zigzag(at));
      case ConstantTag::kDouble: return Value::dbl(std::bit_cast<double>(raw64(at)));
      case ConstantTag::kImmediate: {
        uint64_t kind = number(at);
        return immediate(kind, number(at));
      }
      case ConstantTag::kString: return intern_literal(string(at));
      case ConstantTag::kSymbol: {
        Value ns = optional_string(at), name = string(at), meta = optional_constant(at);
        Value symbol = make_symbol(ns, name);
        return meta.is_nil() ? symbol : with_meta(symbol, meta);
      }
      case ConstantTag::kKeyword: {
        Value ns = optional_string(at), name = string(at);
        return make_keyword(make_symbol(ns, name));
      }
      case ConstantTag::kVar: {
        Value ns = namespace_named(string(at));
        return intern(ns, make_symbol(Value::nil(), string(at)));
      }
      case ConstantTag::kNamespace: return namespace_named(string(at));
      case ConstantTag::kClass: {
        Value name = string(at);
        Value cls = find_class(to_utf8(name));
        return cls.is_nil() ? name : cls;
      }
      case ConstantTag::kFunction: return make_cold_proto(bundle_, static_cast<uint32_t>(number(at)));
      case ConstantTag::kBigInt: return number_of(text(at) + "N");
      case ConstantTag::kBigInteger: return num::to_biginteger(number_of(text(at) + "N"));
      case ConstantTag::kRatio: return number_of(text(at));
      case ConstantTag::kBigDecimal: return number_of(text(at) + "M");
      case ConstantTag::kPattern: {
        Value source = string(at);
        return constant_hooks.make_pattern(source, static_cast<int>(number(at)));
      }
      case ConstantTag::kList:
      case ConstantTag::kVector:
      case ConstantTag::kSet:
      case ConstantTag::kArrayMap:
      case ConstantTag::kHashMap: return collection(tag, at);
      case ConstantTag::kBox: return Value::object(gc::make<Box>());
      case ConstantTag::kUuid: {
        uint64_t high = raw64(at), low = raw64(at);
        return make_uuid(high, low);
      }
      case ConstantTag::kInst: return make_inst(zigzag(at));
      case ConstantTag::kTaggedLiteral: {
        Value tag_symbol = get(number(at)), form = get(number(at));
        return make_tagged_literal(tag_symbol, form);
      }
      case ConstantTag::kRecord: {
        Value name = string(at);
        gc::ValueList items;
        elements(at, 2, items);
        return constant_hooks.make_record(name, make_map(items.data(), items.size()));
      }
      case ConstantTag::kCount: break;
    }
    throw_error(Error::kIllegalState, "The bundle has a constant of an unknown kind.");
  }

  Value collection(ConstantTag tag, size_t at) {
    Value meta = optional_constant(at);
    gc::ValueList items;
    bool pairs = tag == ConstantTag::kArrayMap || tag == ConstantTag::kHashMap;
    elements(at, pairs ? 2 : 1, items);
    Value made;
    switch (tag) {
      case ConstantTag::kList: made = make_list(items.data(), items.size()); break;
      case ConstantTag::kVector: made = make_vector(items.data(), items.size()); break;
      case ConstantTag::kSet: made = make_set(items.data(), items.size()); break;
      case ConstantTag::kArrayMap: made = make_array_map(items.data(), items.size()); break;
      default: made = make_hash_map(items.data(), items.size()); break;
    }
    return meta.is_nil() ? made : with_meta(made, meta);
  }

  LoadedBundle* bundle_;
  const BundleView& view_;
};

}  // namespace

bool is_prepare_code(const uint32_t* word) {
  return word >= kPrepareCode.words && word < kPrepareCode.words + std::size(kPrepareCode.words);
}

void prepare_function(FnProto* proto) {
  auto* bundle = const_cast<LoadedBundle*>(static_cast<const LoadedBundle*>(proto->chunk));
  std::unique_lock lock(prepare_mutex, std::defer_lock);
  if (!lock.try_lock()) {
    gc::BlockingRegion region;
    lock.lock();
  }
  if (proto->constants != nullptr) return;  // another thread was first
  const FunctionRecord& record = bundle->view.functions()[proto->chunk_function];
  ConstantReader reader(bundle);
  gc::ValueList constants;
  for (uint32_t i = 0; i < record.constant_count; ++i) {
    constants.push_back(reader.get(bundle->view.constant_indices()[record.first_constant + i]));
  }
  Value array = make_object_array(constants.data(), constants.size());
  proto->constants_array = array;
  gc::write_barrier(proto);
  proto->constants = array.as_object()->slot_array();
  for (uint16_t i = 0; i < proto->arity_count; ++i) {
    proto->arity_storage()[proto->arity_count + i].constants = proto->constants;
  }
  proto->arities.store(proto->arity_storage() + proto->arity_count, std::memory_order_release);
}

LoadedBundle* load_bundle(std::string_view bytes, bool trusted) {
  BundleView view;
  std::string fault = view.open(bytes, !trusted);
  if (fault.empty() && !trusted) {
    fault = verify_bundle(view);
    if (!fault.empty()) fault = "the bundle does not verify: " + fault;
  }
  if (!fault.empty()) throw_error(Error::kIllegalState, fault);
  return load_bundle(view);
}

LoadedBundle* load_bundle(const BundleView& view) {
  auto* bundle = new LoadedBundle{view, {}};
  size_t count = bundle->view.constant_offsets().size();
  bundle->constants = make_array(Kind::kObjectArray, static_cast<int64_t>(count));
  Value* cells = bundle->constants.as_object()->slot_array();
  for (size_t i = 0; i < count; ++i) cells[i] = Value::absent();
  gc::add_static_roots(&bundle->constants, 1);
  std::lock_guard lock(bundles_mutex);
  bundles.push_back(bundle);
  return bundle;
}

void run_form(LoadedBundle* bundle, uint32_t index, uint32_t form) {
  const NamespaceRecord& record = bundle->view.namespaces()[index];
  Value proto = make_cold_proto(bundle, bundle->view.init_functions()[record.first_init + form]);
  invoke(make_closure(proto));
}

namespace {

// What *file* is while its forms run: what it was while they were compiled. The path is left where --strip has removed the names of files.
Value file_of_namespace(const BundleView& view, const NamespaceRecord& record) {
  uint32_t file = kNoIndex;
  if (record.init_count > 0) file = view.functions()[view.init_functions()[record.first_init]].file;
  return string_value(view, file == kNoIndex ? record.path : file);
}

}  // namespace

void run_namespace(LoadedBundle* bundle, uint32_t index, const std::function<bool(uint32_t form)>& wanted) {
  const NamespaceRecord& record = bundle->view.namespaces()[index];
  // What `load` binds around a file.
  gc::ValueList bindings;
  for (Value var : {roots.var_ns, roots.var_file, roots.var_warn_on_reflection, roots.var_unchecked_math}) {
    bindings.push_back(var);
    bindings.push_back(deref(cast<Var>(var)));
  }
  bindings[3] = file_of_namespace(bundle->view, record);
  BindingScope scope(make_map(bindings.data(), bindings.size()));
  for (uint32_t i = 0; i < record.init_count; ++i) {
    if (!wanted || wanted(i)) run_form(bundle, index, i);
  }
}

namespace {

// Where the first call of a form at top level stands; 0:0 where --strip has removed the lines.
std::pair<uint32_t, uint32_t> place_of_form(const BundleView& view, uint32_t function) {
  const FunctionRecord& record = view.functions()[function];
  std::pair<uint32_t, uint32_t> place{0, 0};
  for (uint32_t i = 0; i < record.arity_count; ++i) {
    const ArityRecord& arity = view.arities()[record.first_arity + i];
    auto* lines = reinterpret_cast<const LineEntry*>(view.code().data() + arity.code + arity.lines);
    for (uint32_t n = 0; n < arity.line_count; ++n) {
      std::pair<uint32_t, uint32_t> at{lines[n].line, lines[n].column};
      if (at.first != 0 && (place.first == 0 || at < place)) place = at;
    }
  }
  return place;
}

// As run_namespace, for `load`: what a form throws is the cause of a CompilerException.
void load_namespace(LoadedBundle* bundle, uint32_t index) {
  uint32_t running = 0;
  try {
    run_namespace(bundle, index, [&](uint32_t form) {
      running = form;
      return true;
    });
  } catch (const ClojureThrow& thrown) {
    const NamespaceRecord& record = bundle->view.namespaces()[index];
    auto [line, column] = place_of_form(bundle->view, bundle->view.init_functions()[record.first_init + running]);
    throw_value(loading_error(thrown.value, file_of_namespace(bundle->view, record), line, column));
  }
}

}  // namespace

bool load_namespace_from_bundles(std::string_view path) {
  std::vector<LoadedBundle*> candidates;
  {
    std::lock_guard lock(bundles_mutex);
    candidates = bundles;
  }
  for (auto bundle = candidates.rbegin(); bundle != candidates.rend(); ++bundle) {
    auto namespaces = (*bundle)->view.namespaces();
    for (uint32_t i = 0; i < namespaces.size(); ++i) {
      if ((*bundle)->view.string_text(namespaces[i].path) == path) {
        hide_library(path);
        load_namespace(*bundle, i);
        return true;
      }
    }
  }
  return false;
}

namespace {

// Calls `found` with the bundle, the table and the record.
template <class F>
bool find_resource(std::string_view name, F&& found) {
  std::lock_guard lock(bundles_mutex);
  for (auto bundle = bundles.rbegin(); bundle != bundles.rend(); ++bundle) {
    const BundleView& view = (*bundle)->view;
    for (FileTable table : bytecode::kFileTables) {
      for (const FileRecord& record : view.files(table)) {
        if (view.string_text(record.name) != name) continue;
        found(view, table, record);
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool has_resource(std::string_view name) {
  return find_resource(name, [](const BundleView&, FileTable, const FileRecord&) {});
}

bool read_resource(std::string_view name, std::string& bytes) {
  return find_resource(name, [&](const BundleView& view, FileTable table, const FileRecord& record) {
    std::string_view text;
    // The verifier, or the checksum of the executable, vouches for it.
    if (!view.read_file(table, record, bytes, text)) throw_error(Error::kIO, "The resource " + std::string(name) + " is damaged.");
    if (text.data() != bytes.data()) bytes = text;
  });
}

}  // namespace clj::exec
