-- Appends events of one part of a store to its log, and folds each into its customer. Either all of it happens or
-- nothing does, and no one sees it half done.
--
-- KEYS[1]       the log: a stream
-- KEYS[2...]    for each customer three: history (sorted set), seen event ids (hash), profile (hash)
-- ARGV[1]       the time of receipt, in milliseconds
-- ARGV[2...]    for each customer: the number of events; for each event: id, time in milliseconds, payload, "1" if it is
--               an order, the number of counts it adds to, and for each of those: field, addend
--
-- Answers "1" if there was no log yet, else "0"; then one character for each event, in order: "1" if it was appended, "0" if
-- the customer had an event of that id.
--
-- Commands are most of the time that this takes, so there are few: two for an event, three more for a customer.

local EXACT = 9007199254740991 -- up to which Lua's numbers are whole; an addend always is below

local log = KEYS[1]
local arguments = ARGV
local received = arguments[1]
local at = 2

local function take()
  at = at + 1
  return arguments[at - 1]
end

local function is_before(a, b)
  return tonumber(a) < tonumber(b)
end

-- Adds what Lua cannot. A count that would leave 64 bits stays as it is: an error would leave the batch half written.
local function add_large(profile, field, addend)
  redis.pcall('HINCRBY', profile, field, string.format('%.0f', addend))
end

-- Adds sums by field to a customer's counts, and widens the bounds of the times that they are of.
local function fold(profile, sums, first, last, order)
  local fields = {'created', 'first_event', 'last_event', 'last_order'}
  for field in pairs(sums) do
    fields[#fields + 1] = field
  end
  local old = redis.call('HMGET', profile, unpack(fields))
  local new = {'updated', received}
  local function set(field, value)
    new[#new + 1] = field
    new[#new + 1] = value
  end
  if not old[1] then set('created', received) end
  if not old[2] or is_before(first, old[2]) then set('first_event', first) end
  if not old[3] or is_before(old[3], last) then set('last_event', last) end
  if order and (not old[4] or is_before(old[4], order)) then set('last_order', order) end
  for i = 5, #fields do
    local field = fields[i]
    local count = tonumber(old[i] or 0) + sums[field]
    if count <= EXACT then
      set(field, string.format('%.0f', count))
    else
      add_large(profile, field, sums[field])
    end
  end
  redis.call('HSET', profile, unpack(new))
end

-- Appends the next events, all of one customer.
local function append(history, seen, profile, outcomes)
  local first, last, order
  local sums, places = {}, {}
  for _ = 1, tonumber(take()) do
    local id, time, payload, is_order = take(), take(), take(), take() == '1'
    local counts = tonumber(take())
    if redis.call('HSETNX', seen, id, '') == 0 then
      at = at + 2 * counts
      outcomes[#outcomes + 1] = '0'
    else
      places[#places + 1] = time
      places[#places + 1] = redis.call('XADD', log, '*', 'e', payload)
      for _ = 1, counts do
        local field, addend = take(), tonumber(take())
        local sum = sums[field] or 0
        if sum + addend > EXACT then
          add_large(profile, field, sum)
          sum = 0
        end
        sums[field] = sum + addend
      end
      if not first or is_before(time, first) then first = time end
      if not last or is_before(last, time) then last = time end
      if is_order and (not order or is_before(order, time)) then order = time end
      outcomes[#outcomes + 1] = '1'
    end
  end
  if first then
    redis.call('ZADD', history, unpack(places))
    fold(profile, sums, first, last, order)
  end
end

local outcomes = {redis.call('EXISTS', log) == 0 and '1' or '0'}
for key = 2, #KEYS, 3 do
  append(KEYS[key], KEYS[key + 1], KEYS[key + 2], outcomes)
end
return table.concat(outcomes)
