import { KINDS, type Kind } from '~/core/companies/kinds'
import { type DealType } from '~/core/taxonomy/deal-types'

/** What comes of a kind brought meeting a kind sought. */
export interface Deal {
  brought: Kind
  sought: Kind
  deal: DealType
  /** How readily the two become that deal: 1 the same wish, 0.6 a close one, 0.3 a loose one. Pairs not listed have none. */
  fit: 1 | 0.6 | 0.3
  reason: string
}

const deal = (brought: Kind, sought: Kind, type: DealType, fit: Deal['fit'], reason: string): Deal => ({ brought, sought, deal: type, fit, reason })

/** The deal-type table: one row a pair of kinds that can become a deal, each with its reason. */
export const DEALS: readonly Deal[] = [
  deal('goods', 'goods', 'supply', 1, 'One sells what the other buys.'),
  deal('goods', 'distribution', 'distribution', 0.6, 'A distributor needs goods to carry.'),
  deal('goods', 'plant', 'contract-manufacturing', 0.3, 'Goods for a plant that lacks raw material.'),
  deal('goods', 'machinery', 'supply', 0.6, 'Machines are goods too, and often listed as such.'),
  deal('technology', 'technology', 'technology-transfer', 1, 'Know-how is offered and asked for.'),
  deal('technology', 'training', 'training', 0.6, 'Who owns a process can teach it.'),
  deal('technology', 'plant', 'processing-joint-venture', 0.6, 'A plant to be built needs a process.'),
  deal('technology', 'machinery', 'technology-transfer', 0.6, 'Machines come with the process they serve.'),
  deal('training', 'training', 'training', 1, 'Teaching is offered and asked for.'),
  deal('training', 'technology', 'technology-transfer', 0.6, 'Technology arrives with the people who teach it.'),
  deal('training', 'plant', 'processing-joint-venture', 0.3, 'A new plant needs trained hands.'),
  deal('training', 'labour', 'training', 0.6, 'Trained workers are what training makes.'),
  deal('training', 'certification', 'training', 0.3, 'Staff must be trained before a certificate is given.'),
  deal('machinery', 'machinery', 'supply', 1, 'One sells the machines the other buys.'),
  deal('machinery', 'goods', 'supply', 0.6, 'Machines are goods too, and often asked for as such.'),
  deal('machinery', 'technology', 'technology-transfer', 0.6, 'A production line carries the process with it.'),
  deal('machinery', 'plant', 'processing-joint-venture', 0.6, 'Machines can be a partner’s share in a plant.'),
  deal('plant', 'plant', 'processing-joint-venture', 1, 'A site is offered to who looks for one.'),
  deal('plant', 'technology', 'processing-joint-venture', 0.6, 'An idle plant and a process make a joint venture.'),
  deal('plant', 'training', 'processing-joint-venture', 0.3, 'A working plant is where people learn.'),
  deal('plant', 'goods', 'contract-manufacturing', 0.3, 'A plant can make the goods to order.'),
  deal('plant', 'distribution', 'contract-manufacturing', 0.3, 'Who makes to order looks for who sells.'),
  deal('plant', 'capital', 'processing-joint-venture', 0.6, 'A plant is what an investor puts money into.'),
  deal('capital', 'capital', 'processing-joint-venture', 1, 'Money is offered and asked for.'),
  deal('capital', 'plant', 'processing-joint-venture', 0.6, 'An investor builds the plant that is wanted.'),
  deal('capital', 'machinery', 'processing-joint-venture', 0.6, 'Machines are bought with a partner’s money.'),
  deal('capital', 'technology', 'technology-transfer', 0.3, 'An investor can pay for a licence.'),
  deal('distribution', 'distribution', 'distribution', 1, 'Access to a market is offered and asked for.'),
  deal('distribution', 'goods', 'distribution', 0.6, 'A distributor can import what is wanted.'),
  deal('distribution', 'plant', 'contract-manufacturing', 0.3, 'Who sells may place orders with who makes.'),
  deal('distribution', 'transport', 'logistics-joint-venture', 0.3, 'Distributors run warehouses and lorries.'),
  deal('port', 'port', 'logistics-joint-venture', 1, 'A terminal is offered to who needs one.'),
  deal('port', 'transport', 'logistics-joint-venture', 0.6, 'Handling at the port is half of a transport chain.'),
  deal('port', 'distribution', 'logistics-joint-venture', 0.3, 'A free zone at the port is a door to the market.'),
  deal('transport', 'transport', 'logistics-joint-venture', 1, 'Capacity is offered and asked for.'),
  deal('transport', 'port', 'logistics-joint-venture', 0.6, 'A terminal lives on carriers.'),
  deal('transport', 'distribution', 'logistics-joint-venture', 0.6, 'Reaching a market begins with reaching it by road or rail.'),
  deal('certification', 'certification', 'training', 1, 'A certificate is offered to who needs one.'),
  deal('certification', 'training', 'training', 0.3, 'Auditors teach what they audit.'),
  deal('labour', 'labour', 'contract-manufacturing', 1, 'Hands are offered and asked for.'),
  deal('labour', 'plant', 'contract-manufacturing', 0.3, 'A plant needs people to run it.'),
  deal('labour', 'service', 'contract-manufacturing', 0.3, 'Services are done by people.'),
  deal('service', 'service', 'supply', 1, 'A service is offered and asked for.'),
  deal('service', 'technology', 'technology-transfer', 0.6, 'Consultants bring the process they know.'),
  deal('service', 'training', 'training', 0.6, 'Consultants teach.'),
  deal('service', 'transport', 'logistics-joint-venture', 0.6, 'Forwarding and customs clearance are services.'),
  deal('service', 'certification', 'training', 0.6, 'Consultants prepare a firm for its audit.'),
]

/** The row for a kind brought and a kind sought, if the two can become a deal. */
export function dealFor(brought: Kind, sought: Kind): Deal | undefined {
  return BY_PAIR.get(KINDS.indexOf(brought) * KINDS.length + KINDS.indexOf(sought))
}

const BY_PAIR = new Map(DEALS.map(row => [KINDS.indexOf(row.brought) * KINDS.length + KINDS.indexOf(row.sought), row]))
