// let*, letfn*, loop*, recur.
#include "../analyzer.h"
#include "../compile_error.h"
#include "../primitive.h"
#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"

namespace clj::analyze {
namespace {

void check_bindings(const Items& items) {
  if (items.size() < 2 || !is_vector(items[1])) {
    throw_error(Error::kIllegalArgument, "Bad binding form, expected vector");
  }
  if (count(items[1]) % 2 != 0) {
    throw_error(Error::kIllegalArgument, "Bad binding form, expected matched symbol expression pairs");
  }
}

void check_name(Value name) {
  if (!is_symbol(name)) {
    throw_error(Error::kIllegalArgument, "Bad binding form, expected symbol, got: " + host_text(name));
  }
  if (!cast<Symbol>(name)->ns.is_nil()) {
    throw_error(Error::kRuntimeException, "Can't let qualified name: " + symbol_text(name));
  }
}

// A number that is written out, or a local bound to one, is a primitive already. (What else the JVM knows to be primitive is taken
// with its hint.)
void check_hint(Value name, const Node* init) {
  while (init->kind == NodeKind::kLocalRef && as<LocalRefNode>(init).local->init != nullptr) init = as<LocalRefNode>(init).local->init;
  if (init->kind != NodeKind::kConst || get(meta(name), roots.kw_tag).is_nil()) return;
  Value value = as<ConstNode>(init).value;
  if (is_long(value) || value.is_double()) {
    throw_error(Error::kUnsupportedOperation, "Can't type hint a local with a primitive initializer");
  }
}

Primitive primitive_of(const Node* init) {
  if (is_primitive_double(init)) return Primitive::kDouble;
  if (is_primitive_float(init)) return Primitive::kFloat;
  return is_primitive_long(init) ? Primitive::kLong : is_primitive_int(init) ? Primitive::kInt : Primitive::kNone;
}

}  // namespace

Node* Analyzer::form_let(Value, const Items& items, Place place) {
  check_bindings(items);
  Restore restore(*this);
  auto* made = node<LetNode>(place);
  Items pairs(items[1]);
  std::vector<Local*> locals;
  std::vector<Node*> inits;
  for (size_t i = 0; i < pairs.size(); i += 2) {
    check_name(pairs[i]);
    inits.push_back(analyze(pairs[i + 1], Place{false, false, cast<Symbol>(pairs[i])->name, Context::kExpression}));
    check_hint(pairs[i], inits.back());
    locals.push_back(make_local(pairs[i]));
    locals.back()->primitive = primitive_of(inits.back());
    if (locals.back()->primitive == Primitive::kNone) locals.back()->primitive = narrow_primitive(inits.back());
    locals.back()->init = inits.back();
    if (locals.back()->primitive == Primitive::kInt) inits.back() = converted(inits.back(), Primitive::kLong);
    Value hint = inits.back()->tag;  // a local without a hint has that of its value
    if (hint.is_nil()) hint = tag_of_array(inits.back());
    if (locals.back()->tag.is_nil() && primitive_of_tag(hint) == Primitive::kNone) locals.back()->tag = hint;
    bind(pairs[i], locals.back());
  }
  made->locals = unit_.make_list(locals);
  made->inits = unit_.make_list(inits);
  made->body = body(items, 2, place);
  return made;
}

Node* Analyzer::form_letfn(Value, const Items& items, Place place) {
  check_bindings(items);
  Restore restore(*this);
  auto* made = node<LetfnNode>(place);
  Items pairs(items[1]);
  std::vector<Local*> locals;
  std::vector<Node*> inits;
  for (size_t i = 0; i < pairs.size(); i += 2) {
    check_name(pairs[i]);
    locals.push_back(make_local(pairs[i]));
    bind(pairs[i], locals.back());
  }
  std::vector<Local*> snapshots;  // see Snapshot: read before the first function is made
  std::vector<Node*> snapshot_inits;
  for (size_t i = 0; i < pairs.size(); i += 2) {
    Node* init = analyze(pairs[i + 1], Place{false, false, cast<Symbol>(pairs[i])->name, Context::kExpression});
    if (init->kind == NodeKind::kLet) {
      auto& taken = as<LetNode>(init);
      snapshots.insert(snapshots.end(), taken.locals.begin(), taken.locals.end());
      snapshot_inits.insert(snapshot_inits.end(), taken.inits.begin(), taken.inits.end());
      init = taken.body;
    }
    if (init->kind != NodeKind::kFn) {
      throw_error(Error::kIllegalArgument, "Bad binding form, expected a function for: " + symbol_text(pairs[i]));
    }
    inits.push_back(init);
  }
  made->locals = unit_.make_list(locals);
  made->inits = unit_.make_list(inits);
  made->body = body(items, 2, place);
  if (snapshots.empty()) return made;
  auto* outer = node<LetNode>();
  outer->locals = unit_.make_list(snapshots);
  outer->inits = unit_.make_list(snapshot_inits);
  outer->body = made;
  return outer;
}

// A local that starts as a primitive double is an object when a recur gives it anything else, as on the JVM: then the loop is
// analyzed again, as what its operations do depends on that.
Node* Analyzer::form_loop(Value, const Items& items, Place place) {
  check_bindings(items);
  bool own = place.context == Context::kExpression;
  AsOwnFn as_own(*this, own);
  if (own) place.context = Context::kReturn;
  std::vector<bool> boxed(count(items[1]) / 2);
  std::vector<bool> before;
  Node* made;
  do {
    before = boxed;
    made = analyze_loop(items, place, boxed);
  } while (boxed != before);
  return made;
}

Node* Analyzer::analyze_loop(const Items& items, Place place, std::vector<bool>& boxed) {
  Restore restore(*this);
  auto* made = node<LoopNode>(place);
  Items pairs(items[1]);
  std::vector<Local*> locals;
  std::vector<Node*> inits;
  for (size_t i = 0; i < pairs.size(); i += 2) {
    check_name(pairs[i]);
    inits.push_back(analyze(pairs[i + 1], Place{false, false, cast<Symbol>(pairs[i])->name, Context::kExpression}));
    check_hint(pairs[i], inits.back());
    locals.push_back(make_local(pairs[i]));
    // A loop holds an int as a long and a float as a double.
    if (is_primitive_int(inits.back())) inits.back() = converted(inits.back(), Primitive::kLong);
    if (is_primitive_float(inits.back())) inits.back() = converted(inits.back(), Primitive::kDouble);
    locals.back()->primitive = boxed[i / 2] ? Primitive::kNone : primitive_of(inits.back());
    bind(pairs[i], locals.back());
  }
  made->locals = unit_.make_list(locals);
  made->inits = unit_.make_list(inits);
  RecurTarget target{made, made->locals, &boxed};
  target_ = &target;
  no_recur_ = false;
  made->body = body(items, 2, Place{place.tail, true, Value::nil(), place.context});
  return made;
}

Node* Analyzer::form_recur(Value, const Items& items, Place place) {
  if (!place.recur || (target_ == nullptr && !no_recur_)) {
    throw_error(Error::kUnsupportedOperation, "Can only recur from tail position");
  }
  if (no_recur_) throw_error(Error::kUnsupportedOperation, "Cannot recur across try");
  auto* made = node<RecurNode>(place);
  made->target = target_->node;
  made->locals = target_->locals;
  made->args = arguments(items, 1);
  if (made->args.size != made->locals.size) {
    throw_errorf(Error::kIllegalArgument, "Mismatched argument count to recur, expected: %u args, got: %u",
                 made->locals.size, made->args.size);
  }
  for (size_t i = 0; i < made->args.size; ++i) {
    Local* local = made->locals[i];
    Node*& arg = made->args[i];
    if (local->primitive == Primitive::kLong && is_primitive_int(arg)) arg = converted(arg, Primitive::kLong);
    bool same = arg->kind == NodeKind::kLocalRef && as<LocalRefNode>(arg).local == local;
    if (!same) local->rebound = true;
    // What is given anything else is an object. Of a long the uses before are the same; a double's are analyzed again.
    if (local->primitive == Primitive::kLong && !is_primitive_long(arg)) local->primitive = Primitive::kNone;
    if (local->primitive == Primitive::kDouble && is_primitive_float(arg)) arg = converted(arg, Primitive::kDouble);
    bool boxed_double = local->primitive == Primitive::kDouble && !is_primitive_double(arg);
    if (target_->boxed != nullptr && boxed_double) (*target_->boxed)[i] = true;
  }
  return made;
}

}  // namespace clj::analyze
