local folder = arg[0]:match("^(.*)/") or "."
local measure = dofile(folder .. "/harness.lua")

local function tak(x, y, z)
  if y < x then return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) end
  return z
end
measure(function() return tak(24, 16, 8) end)
