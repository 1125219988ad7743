#include "arities.h"
#include <algorithm>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/text.h"
#include "clj/exec/proto.h"

namespace clj::lint {

using namespace analyze;

void Arities::add(const Arities& other) {
  fixed.insert(other.fixed.begin(), other.fixed.end());
  if (other.variadic >= 0) variadic = variadic < 0 ? other.variadic : std::min(variadic, other.variadic);
  known = known && other.known;
}

std::string Arities::text() const {
  std::string out;
  std::string last = variadic >= 0 ? "at least " + std::to_string(variadic) : "";
  for (uint32_t count : fixed) {
    if (variadic >= 0 && count >= static_cast<uint32_t>(variadic)) continue;
    bool final_one = last.empty() && count == *fixed.rbegin();
    if (!out.empty()) out += final_one ? " or " : ", ";
    out += std::to_string(count);
  }
  if (!last.empty()) out += out.empty() ? last : " or " + last;
  return out;
}

Arities arities_of(const FnNode& fn) {
  Arities out;
  out.known = true;
  for (Node* node : fn.methods) {
    const auto& method = as<FnMethodNode>(node);
    if (method.variadic) out.variadic = static_cast<int>(method.params.size) - 1;
    else out.fixed.insert(method.params.size);
  }
  return out;
}

Arities arities_of(Value function) {
  Arities out;
  if (auto* native = try_cast<NativeFn>(function)) {
    const NativeRow& row = native_rows[native->row];
    out.known = true;
    if (row.max_args < 0) out.variadic = row.min_args;
    for (int n = row.min_args; n <= row.max_args; ++n) out.fixed.insert(static_cast<uint32_t>(n));
  } else if (auto* closure = try_cast<exec::Closure>(function)) {
    out.known = true;
    const exec::Arity* arities = closure->fn()->arities.load();
    for (uint16_t i = 0; i < closure->fn()->arity_count; ++i) {
      if (arities[i].variadic) out.variadic = arities[i].params;
      else out.fixed.insert(arities[i].params);
    }
  } else if (is_keyword(function)) {
    out.known = true;
    out.fixed = {1, 2};
  }
  return out;
}

Arities arities_of_arglists(Value arglists) {
  Arities out;
  if (!is_sequential(arglists)) return out;
  out.known = true;
  for_each(arglists, [&](Value params) {
    if (!is_vector(params)) {
      out.known = false;
      return false;
    }
    uint32_t count = 0;
    bool variadic = false;
    for_each(params, [&](Value param) {
      if (is_symbol(param) && symbol_text(param) == "&") variadic = true;
      else if (!variadic) ++count;
      return true;
    });
    if (variadic) out.variadic = static_cast<int>(count);
    else out.fixed.insert(count);
    return true;
  });
  return out;
}

}  // namespace clj::lint
