"""What shops call the columns of their orders, as ``table_deals`` has those of opportunities; each is a sale."""

from __future__ import annotations

from app.transfer.columns.programs.table_deals import QUOTES, ListTable
from app.transfer.grid.list_sorts import SALES

ORDER_TABLES: tuple[ListTable, ...] = (
    (
        "Shopify",
        "Lineitem name|Financial Status; Lineitem quantity|Lineitem price|Financial Status",
        QUOTES,
        SALES,
        {
            "number": "Name",
            "customer": "Billing Company|Billing Name|Shipping Name",
            "customer.email": "Email",
            "customer.phone": "Billing Phone|Phone|Shipping Phone",
            "customer.address": "Billing Street|Billing Address1|Shipping Street|Shipping Address1",
            "customer.city": "Billing City|Shipping City",
            "customer.province": "Billing Province Name|Billing Province|Shipping Province",
            "customer.postcode": "Billing Zip|Shipping Zip",
            "customer.country": "Billing Country|Shipping Country",
            "status": "Financial Status",
            "date": "Created at",
            "won_on": "Paid at",
            "delivered_on": "Fulfilled at",
            "currency": "Currency",
            "discount": "Discount Amount",
            "freight": "Shipping",
            "total": "Total",
            "quote_line.name": "Lineitem name",
            "quote_line.product": "Lineitem sku",
            "quote_line.quantity": "Lineitem quantity",
            "quote_line.price": "Lineitem price",
            "notes": "Notes",
            "-": "Cancelled at|Fulfillment Status|Discount Code|Refunded Amount|Payment Method|Tags|Shipping Method|Source|Employee",
            "0": (
                "Id|Subtotal|Taxes|Accepts Marketing|Lineitem compare at price|Lineitem requires shipping|Lineitem taxable|"
                "Lineitem fulfillment status|Lineitem discount|Vendor|Risk Level|Receipt Number|Duties|Payment Reference|Payment ID|"
                "Outstanding Balance|Device ID|Location|Tax 1 Name|Tax 1 Value|Tax 2 Name|Tax 2 Value|Note Attributes|Payment References"
            ),
        },
    ),
)
