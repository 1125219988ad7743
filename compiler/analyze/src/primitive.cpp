#include "primitive.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "expression_class.h"

namespace clj::analyze {
namespace {

// Inlined by JVM Clojure into operations that are primitive when their operands are.
constexpr std::string_view kArithmetic[] = {"+", "-", "*", "/", "inc", "dec", "-divide-doubles", "max", "min", "abs",
                                            "unchecked-add", "unchecked-subtract", "unchecked-multiply",
                                            "unchecked-inc", "unchecked-dec", "unchecked-negate"};
// Of these, calls with one argument are calls of the function.
constexpr std::string_view kInlinedFromTwo[] = {"+", "*", "/", "max", "min"};
constexpr std::string_view kLongArithmetic[] = {"quot", "rem", "bit-and", "bit-or", "bit-xor", "bit-not", "bit-and-not",
                                                "bit-shift-left", "bit-shift-right", "unsigned-bit-shift-right",
                                                "bit-set", "bit-clear", "bit-flip"};
constexpr std::string_view kLongFunctions[] = {"long", "unchecked-long"};
constexpr std::string_view kIntFunctions[] = {"unchecked-int",          "-boxed-int",          "unchecked-add-int",    "unchecked-subtract-int",
                                              "unchecked-multiply-int", "unchecked-inc-int",   "unchecked-dec-int",    "unchecked-negate-int",
                                              "unchecked-divide-int",   "unchecked-remainder-int"};
// Functions of clojure.core that JVM Clojure inlines into methods that return an int, and what gives that int as a long.
constexpr struct {
  std::string_view name;
  size_t args;
  const char* as_long;
} kIntForms[] = {{"count", 1, "-count"}, {"alength", 1, "-alength"}, {"compare", 2, "-compare"}, {"int", 1, "-int"}};
// Beside arithmetic: functions that only look at the value of their numbers.
constexpr std::string_view kOfNumbers[] = {"<",     "<=",    ">",     ">=",  "=",      "==",    "not=", "zero?", "pos?", "neg?", "even?",
                                           "odd?",  "mod",   "+'",    "-'",  "*'",     "inc'",  "dec'", "long",  "int",  "short", "byte",
                                           "char",  "float", "double", "num", "bit-test", "unchecked-long", "unchecked-int", "unchecked-char"};
constexpr std::string_view kIndexed[] = {"nth", "aget", "aset"};
// What *unchecked-math* makes of a function that is inlined, by its number of arguments.
constexpr struct {
  std::string_view name;
  size_t args;
  const char* unchecked;
} kUnchecked[] = {{"+", 2, "unchecked-add"},        {"-", 2, "unchecked-subtract"}, {"*", 2, "unchecked-multiply"},
                  {"-", 1, "unchecked-negate"},     {"inc", 1, "unchecked-inc"},    {"dec", 1, "unchecked-dec"},
                  {"int", 1, "unchecked-int"},      {"long", 1, "unchecked-long"},  {"short", 1, "unchecked-short"},
                  {"byte", 1, "unchecked-byte"},    {"char", 1, "unchecked-char"},  {"float", 1, "unchecked-float"},
                  {"double", 1, "unchecked-double"}};
// What a cast of a primitive double or float is: its fraction counts where it is out of range.
constexpr struct {
  std::string_view name;
  const char* of_floating;
} kFloatingCasts[] = {{"int", "-floating-to-int"}, {"short", "-floating-to-short"}, {"byte", "-floating-to-byte"}, {"char", "-floating-to-char"}};
// Static methods of java.lang.Math that return a double whatever they are given.
constexpr std::string_view kDoubleMethods[] = {"sqrt",  "cbrt", "pow",   "exp",       "log",       "log10", "log1p", "expm1",
                                               "sin",   "cos",  "tan",   "asin",      "acos",      "atan",  "atan2", "sinh",
                                               "cosh",  "tanh", "floor", "ceil",      "rint",      "hypot", "random",
                                               "ulp",   "signum", "toRadians", "toDegrees"};

// Other static methods that return a double, by "Class/method".
constexpr std::string_view kDoubleStatics[] = {"java.lang.Double/parseDouble", "java.lang.Math/IEEEremainder", "java.lang.Math/copySign",
                                               "java.lang.Math/fma", "java.lang.StrictMath/sqrt", "java.lang.StrictMath/pow"};

// Those that return a double when an argument is one.
constexpr std::string_view kOverloadedMethods[] = {"abs", "max", "min", "nextAfter", "nextUp", "nextDown", "scalb"};

// Static methods that return a long, by "Class/method": whatever they are given, or when their arguments are longs.
constexpr std::string_view kLongStatics[] = {"java.lang.Long/parseLong", "java.lang.System/nanoTime", "java.lang.System/currentTimeMillis"};
constexpr std::string_view kLongMethods[] = {"addExact",       "subtractExact", "multiplyExact", "incrementExact",
                                             "decrementExact", "negateExact",   "floorDiv",      "floorMod"};

// Methods of the host that return an int, for a target that is known to be one of `classes` (simple names).
constexpr struct {
  std::string_view name;
  size_t most_args;
  std::string_view classes;
} kIntMethods[] = {{"length", 0, " String CharSequence StringBuilder StringBuffer BitSet "},
                   {"indexOf", 2, " String StringBuilder List ArrayList LinkedList "},
                   {"lastIndexOf", 2, " String StringBuilder List ArrayList LinkedList "},
                   {"codePointAt", 1, " String StringBuilder CharSequence "},
                   {"compareTo", 1, " String Integer Long Double BigInteger BigDecimal "},
                   {"compareToIgnoreCase", 1, " String "},
                   {"size", 0, " Collection List ArrayList LinkedList Set HashSet LinkedHashSet TreeSet Map HashMap LinkedHashMap TreeMap "
                               "ConcurrentHashMap ArrayDeque Deque Queue PriorityQueue Vector Stack "},
                   {"start", 1, " Matcher "},
                   {"end", 1, " Matcher "},
                   {"hashCode", 0, " String Object Integer Long Double Boolean Character BigInteger BigDecimal "},
                   {"groupCount", 0, " Matcher "},
                   {"intValue", 0, " Integer Long Number Double BigInteger AtomicInteger AtomicLong "},
                   {"nextInt", 2, " Random "},
                   {"scale", 0, " BigDecimal "},
                   {"precision", 0, " BigDecimal "},
                   {"signum", 0, " BigDecimal BigInteger "},
                   {"bitLength", 0, " BigInteger "},
                   {"bitCount", 0, " BigInteger "},
                   {"getLowestSetBit", 0, " BigInteger "},
                   {"cardinality", 0, " BitSet "},
                   {"nextSetBit", 1, " BitSet "},
                   {"nextClearBit", 1, " BitSet "}};
// Static ones, by "Class/method" with the class's full name.
constexpr std::string_view kIntStatics[] = {"java.lang.Integer/parseInt", "java.lang.Integer/bitCount", "java.lang.Integer/compare",
                                            "java.lang.Long/compare", "java.lang.Long/bitCount", "java.lang.Long/numberOfTrailingZeros",
                                            "java.lang.Long/numberOfLeadingZeros", "java.lang.Character/digit",
                                            "java.lang.Character/getNumericValue", "java.lang.Double/compare",
                                            "java.lang.System/identityHashCode", "java.lang.Math/getExponent",
                                            "java.lang.Math/toIntExact", "java.lang.Integer/numberOfLeadingZeros",
                                            "java.lang.Integer/numberOfTrailingZeros", "java.lang.Integer/signum",
                                            "java.lang.Long/signum"};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_inlined(std::string_view name, size_t args) { return args > 1 || (args == 1 && !is_one_of(name, kInlinedFromTwo)); }

std::string core_name(const Node* fn) {
  if (fn->kind != NodeKind::kVarRef) return "";
  auto* var = cast<Var>(as<VarRefNode>(fn).var);
  return var->ns == roots.core_ns ? to_utf8(cast<Symbol>(var->symbol)->name) : "";
}

bool is_long_form(std::string_view name) {
  return std::any_of(std::begin(kIntForms), std::end(kIntForms), [&](const auto& row) { return row.as_long == name; });
}

bool is_least_long(const Node* node) {
  if (node->kind != NodeKind::kConst) return false;
  Value value = as<ConstNode>(node).value;
  return is_kind(value, Kind::kBoxedLong) && to_long(value) == INT64_MIN;
}

// The simple name of a class of the host; empty for a program's own, whose methods may return anything.
std::string simple_host_name(Value cls) {
  std::string name = is_kind(cls, Kind::kClass) ? to_utf8(cast<Class>(cls)->name) : "";
  return name.starts_with("java.") ? name.substr(name.rfind('.') + 1) : "";
}

bool returns_int(const HostCallNode& call) {
  if (call.field_only) return false;
  std::string name = symbol_text(call.member);
  auto row = std::find_if(std::begin(kIntMethods), std::end(kIntMethods), [&](const auto& r) { return r.name == name; });
  if (row == std::end(kIntMethods) || call.args.size > row->most_args) return false;
  std::string cls = simple_host_name(inferred_class(call.target));
  return !cls.empty() && row->classes.find(" " + cls + " ") != row->classes.npos;
}

bool returns_int(const StaticCallNode& call) {
  if (!is_kind(call.cls, Kind::kClass)) return false;
  return is_one_of(to_utf8(cast<Class>(call.cls)->name) + "/" + symbol_text(call.member), kIntStatics);
}

bool returns_long(const StaticCallNode& call) {
  if (!is_kind(call.cls, Kind::kClass)) return false;
  std::string cls = to_utf8(cast<Class>(call.cls)->name), member = to_utf8(cast<Symbol>(call.member)->name);
  if (is_one_of(cls + "/" + member, kLongStatics)) return true;
  if (cls != "java.lang.Math") return false;
  if (member == "round") return call.args.size == 1 && is_primitive_double(call.args[0]);
  return is_one_of(member, kLongMethods) && std::all_of(call.args.begin(), call.args.end(), is_primitive_long);
}

bool has_tag(Value tag, std::string_view name) { return is_symbol(tag) && symbol_text(tag) == name; }

// (aget array i) of an array with that hint, its own or that of what it is.
bool is_element(const InvokeNode& call, std::string_view hint) {
  if (call.args.size != 2 || core_name(call.fn) != "aget") return false;
  const Node* array = call.args[0];
  if (!array->tag.is_nil()) return has_tag(array->tag, hint);
  return has_tag(array->kind == NodeKind::kLocalRef ? as<LocalRefNode>(array).local->tag : tag_of_array(array), hint);
}

bool every(const NodeList& args, bool (*test)(const Node*)) { return std::all_of(args.begin(), args.end(), test); }

// A branch that is a recur leaves it to the other one.
bool both_branches(const IfNode& node, bool (*test)(const Node*)) {
  bool then_recurs = node.then->kind == NodeKind::kRecur, otherwise_recurs = node.otherwise->kind == NodeKind::kRecur;
  return (then_recurs || test(node.then)) && (otherwise_recurs || test(node.otherwise)) && !(then_recurs && otherwise_recurs);
}

// What a var's function returns that is called with so many arguments: the hint before the parameters of that arity, as in
// (defn f ^double [x] …).
Primitive result_of_call(const InvokeNode& call) {
  if (call.fn->kind != NodeKind::kVarRef) return Primitive::kNone;
  auto* var = cast<Var>(as<VarRefNode>(call.fn).var);
  // Of clojure.core's functions those that matter have names in the tables above.
  if (var->ns == roots.core_ns || var->meta.load().is_nil()) return Primitive::kNone;
  for (Value lists = seq(get(var->meta.load(), roots.kw_arglists)); !lists.is_nil(); lists = next(lists)) {
    Value parameters = first(lists);
    if (is_kind(parameters, Kind::kVector) && count(parameters) == static_cast<int64_t>(call.args.size)) return hint_of(parameters);
  }
  return Primitive::kNone;
}

}  // namespace

bool is_core_var(const Node* node, std::string_view name) { return core_name(node) == name; }

Value tag_of_array(const Node* made) {
  constexpr struct {
    std::string_view maker;
    const char* hint;
  } kArrays[] = {{"double-array", "doubles"}, {"float-array", "floats"}, {"short-array", "shorts"}, {"byte-array", "bytes"}};
  if (made->kind != NodeKind::kInvoke) return Value::nil();
  std::string name = core_name(as<InvokeNode>(made).fn);
  for (const auto& row : kArrays) {
    if (row.maker == name) return make_symbol("", row.hint);
  }
  return Value::nil();
}

Primitive primitive_of_tag(Value tag) {
  return has_tag(tag, "long") ? Primitive::kLong : has_tag(tag, "double") ? Primitive::kDouble : Primitive::kNone;
}

Primitive hint_of(Value hinted) {
  Value m = meta(hinted);
  return m.is_nil() ? Primitive::kNone : primitive_of_tag(get(m, roots.kw_tag));
}

bool is_primitive_double(const Node* node) {
  switch (node->kind) {
    case NodeKind::kConst: return as<ConstNode>(node).value.is_double();
    case NodeKind::kLocalRef: {
      const Local* local = as<LocalRefNode>(node).local;
      return local->primitive == Primitive::kDouble || (local->primitive == Primitive::kNone && has_tag(local->tag, "double"));
    }
    case NodeKind::kStaticCall: {
      const auto& call = as<StaticCallNode>(node);
      Class* cls = try_cast<Class>(call.cls);
      if (cls == nullptr) return false;
      std::string member = to_utf8(cast<Symbol>(call.member)->name);
      if (is_one_of(to_utf8(cls->name) + "/" + member, kDoubleStatics)) return true;
      if (to_utf8(cls->name) != "java.lang.Math") return false;
      return is_one_of(member, kDoubleMethods) ||
             (is_one_of(member, kOverloadedMethods) && std::any_of(call.args.begin(), call.args.end(), is_primitive_double));
    }
    case NodeKind::kFieldRef:
    case NodeKind::kStaticField: return has_tag(node->tag, "double");
    case NodeKind::kInvoke: {
      const auto& call = as<InvokeNode>(node);
      std::string name = core_name(call.fn);
      if (name == "double" || name == "unchecked-double" || is_element(call, "doubles")) return true;
      if (result_of_call(call) == Primitive::kDouble) return true;
      if (name.ends_with('\'')) name.pop_back();  // +' and the like differ for longs only
      if (!is_inlined(name, call.args.size)) return false;
      // The larger of a double and of something else is whichever object that is.
      if (name == "max" || name == "min") return every(call.args, is_primitive_double);
      if (name == "quot" || name == "rem") {
        return std::any_of(call.args.begin(), call.args.end(), is_primitive_double) &&
               std::all_of(call.args.begin(), call.args.end(),
                           [](const Node* arg) { return is_primitive_double(arg) || is_primitive_integer(arg); });
      }
      return is_one_of(name, kArithmetic) && std::any_of(call.args.begin(), call.args.end(), is_primitive_floating);
    }
    case NodeKind::kLet: return is_primitive_double(as<LetNode>(node).body);
    case NodeKind::kLoop: return node->tail && is_primitive_double(as<LoopNode>(node).body);  // else a function of its own on the JVM
    case NodeKind::kIf: return both_branches(as<IfNode>(node), is_primitive_double);
    default: return false;
  }
}

bool is_primitive_long(const Node* node) {
  switch (node->kind) {
    case NodeKind::kConst: {
      Value value = as<ConstNode>(node).value;
      return value.is_inline_long() || is_kind(value, Kind::kBoxedLong);
    }
    case NodeKind::kLocalRef: {
      const Local* local = as<LocalRefNode>(node).local;
      return local->primitive == Primitive::kLong || (local->primitive == Primitive::kNone && has_tag(local->tag, "long"));
    }
    case NodeKind::kInvoke: {
      const auto& call = as<InvokeNode>(node);
      std::string name = core_name(call.fn);
      if (is_one_of(name, kLongFunctions) || is_long_form(name) || result_of_call(call) == Primitive::kLong) return true;
      bool arithmetic = name != "/" && is_one_of(name, kArithmetic);
      return (arithmetic || is_one_of(name, kLongArithmetic)) && is_inlined(name, call.args.size) && every(call.args, is_primitive_integer);
    }
    case NodeKind::kStaticCall: return returns_long(as<StaticCallNode>(node));
    case NodeKind::kFieldRef: return has_tag(node->tag, "long");
    case NodeKind::kLet: return is_primitive_long(as<LetNode>(node).body);
    case NodeKind::kLoop: return node->tail && is_primitive_long(as<LoopNode>(node).body);
    case NodeKind::kIf: return both_branches(as<IfNode>(node), is_primitive_long);
    default: return false;
  }
}

bool is_primitive_int(const Node* node) {
  switch (node->kind) {
    case NodeKind::kLocalRef: return as<LocalRefNode>(node).local->primitive == Primitive::kInt;
    case NodeKind::kInvoke: return long_form(as<InvokeNode>(node)) != nullptr || is_one_of(core_name(as<InvokeNode>(node).fn), kIntFunctions);
    case NodeKind::kHostCall: return returns_int(as<HostCallNode>(node));
    case NodeKind::kStaticCall: return returns_int(as<StaticCallNode>(node));
    case NodeKind::kFieldRef: return has_tag(node->tag, "int");
    case NodeKind::kLet: return is_primitive_int(as<LetNode>(node).body);
    case NodeKind::kIf: return both_branches(as<IfNode>(node), is_primitive_int);
    default: return false;
  }
}

Primitive narrow_primitive(const Node* node) {
  constexpr struct {
    Primitive type;
    std::string_view functions[3];
    std::string_view array;
  } kNarrow[] = {{Primitive::kByte, {"byte", "unchecked-byte", "-floating-to-byte"}, "bytes"},
                 {Primitive::kShort, {"short", "unchecked-short", "-floating-to-short"}, "shorts"}};
  if (node->kind == NodeKind::kLet) return narrow_primitive(as<LetNode>(node).body);
  for (const auto& row : kNarrow) {
    if (node->kind == NodeKind::kLocalRef && as<LocalRefNode>(node).local->primitive == row.type) return row.type;
    if (node->kind != NodeKind::kInvoke) continue;
    const auto& call = as<InvokeNode>(node);
    if (is_one_of(core_name(call.fn), row.functions) || is_element(call, row.array)) return row.type;
  }
  return Primitive::kNone;
}

bool is_primitive_integer(const Node* node) { return is_primitive_long(node) || is_primitive_int(node); }

bool is_primitive_float(const Node* node) {
  switch (node->kind) {
    case NodeKind::kLocalRef: return as<LocalRefNode>(node).local->primitive == Primitive::kFloat;
    case NodeKind::kInvoke: {
      std::string name = core_name(as<InvokeNode>(node).fn);
      return name == "float" || name == "unchecked-float" || is_element(as<InvokeNode>(node), "floats");
    }
    case NodeKind::kStaticCall: {
      const auto& call = as<StaticCallNode>(node);
      std::string name = is_kind(call.cls, Kind::kClass) ? to_utf8(cast<Class>(call.cls)->name) + "/" + symbol_text(call.member) : "";
      if (name == "java.lang.Float/parseFloat") return true;
      if (name == "java.lang.Math/abs") return call.args.size == 1 && is_primitive_float(call.args[0]);
      return false;
    }
    case NodeKind::kLet: return is_primitive_float(as<LetNode>(node).body);
    case NodeKind::kIf: return both_branches(as<IfNode>(node), is_primitive_float);
    default: return false;
  }
}

bool is_primitive_floating(const Node* node) { return is_primitive_double(node) || is_primitive_float(node); }

const char* long_form(const InvokeNode& call) {
  std::string name = core_name(call.fn);
  for (const auto& row : kIntForms) {
    if (row.name == name && row.args == call.args.size) return row.as_long;
  }
  return nullptr;
}

bool takes_long(const InvokeNode& call, uint32_t i) {
  std::string name = core_name(call.fn);
  if (is_one_of(name, kIndexed)) return i == 1;
  return (is_one_of(name, kArithmetic) && is_inlined(name, call.args.size)) || is_one_of(name, kLongArithmetic) || is_one_of(name, kOfNumbers);
}

const char* primitive_operation(const Node* fn, const NodeList& args) {
  if (args.size != 2) return nullptr;
  std::string name = core_name(fn);
  if (name == "/") return is_primitive_floating(args[0]) || is_primitive_floating(args[1]) ? "-divide-doubles" : nullptr;
  if (name == "-") {
    bool primitive = is_primitive_integer(args[0]) || is_primitive_double(args[0]);
    return primitive && is_least_long(args[1]) ? "-subtract-least" : nullptr;
  }
  if (name != "quot" && name != "rem") return nullptr;
  // Only a divisor that is the constant zero: the others are the same, but for one message.
  bool by_zero = args[1]->kind == NodeKind::kConst && as<ConstNode>(args[1]).value == Value::inline_long(0);
  return by_zero && is_primitive_integer(args[0]) ? "-divide-by-zero" : nullptr;
}

const char* floating_cast(const InvokeNode& call) {
  if (call.args.size != 1 || !is_primitive_floating(call.args[0])) return nullptr;
  std::string name = core_name(call.fn);
  auto row = std::find_if(std::begin(kFloatingCasts), std::end(kFloatingCasts), [&](const auto& r) { return r.name == name; });
  return row == std::end(kFloatingCasts) ? nullptr : row->of_floating;
}

const char* cast_by_method(Value cls, std::string_view method) {
  if (to_utf8(cast<Class>(cls)->name) != "clojure.lang.RT") return nullptr;
  auto row = std::find_if(std::begin(kFloatingCasts), std::end(kFloatingCasts),
                          [&](const auto& r) { return method == std::string(r.name) + "Cast"; });
  return row == std::end(kFloatingCasts) ? nullptr : row->name.data();
}

bool has_floating_index(const InvokeNode& call) {
  if (call.args.size < 2 || !is_primitive_floating(call.args[1])) return false;
  std::string name = core_name(call.fn);
  return (name == "aget" && call.args.size == 2) || (name == "aset" && call.args.size == 3);
}

const char* unchecked_operation(const Node* fn, const NodeList& args) {
  std::string name = core_name(fn);
  for (const auto& row : kUnchecked) {
    if (row.name != name || row.args != args.size) continue;
    Value flag = intern_var("clojure.core", "*unchecked-math*");
    if (!cast<Var>(flag)->is_bound() || !deref(cast<Var>(flag)).truthy()) return nullptr;
    return row.unchecked;
  }
  return nullptr;
}

}  // namespace clj::analyze
